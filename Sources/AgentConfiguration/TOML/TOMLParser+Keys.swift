extension TOMLParser {
    private static let bareBytes = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)

    /// Reads a key, dotted or not, with the blanks around it.
    mutating func keyPath() throws(TOMLFault) -> [String] {
        var path: [String] = []
        repeat {
            guard path.count < Self.maximumDepth else { throw cursor.fault("the key is nested too deeply") }
            cursor.skipBlanks()
            path.append(try keyPart())
            cursor.skipBlanks()
        } while cursor.skip(".")
        return path
    }

    private mutating func keyPart() throws(TOMLFault) -> String {
        if cursor.isAt("\"") || cursor.isAt("'") {
            guard !cursor.isAt("\"\"\""), !cursor.isAt("'''") else {
                throw cursor.fault("a key cannot go over several lines")
            }
            return try text()
        }
        let bytes = cursor.take(while: Self.bareBytes.contains)
        guard !bytes.isEmpty else { throw cursor.fault("expected a key: letters, digits, '_' and '-', or in quotes") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
