extension Fuzzer {
    /// Holds a text that goes to a log to one line of bounded length without control characters.
    ///
    /// - Parameter limit: The most UTF-8 bytes.
    public static func expectLoggable(_ text: String, limit: Int) {
        expect(text.utf8.count <= limit, "a message has at most \(limit) bytes, this one \(text.utf8.count)")
        let isPrintable = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        expect(isPrintable, "a message has no control characters: \(text.debugDescription)")
    }
}
