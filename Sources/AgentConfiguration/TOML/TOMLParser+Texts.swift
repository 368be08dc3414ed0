extension TOMLParser {
    /// Reads a string: basic or literal, on one line or several.
    mutating func text() throws(TOMLFault) -> String {
        let quote = cursor.isAt("\"") ? "\"" : "'"
        let start = cursor
        let isLong = cursor.skip(quote + quote + quote)
        if isLong { _ = cursor.skipLineBreak() } else { try cursor.expect(quote, "to begin a text") }
        var bytes: [UInt8] = []
        while cursor.current != nil {
            if cursor.isAt(quote) {
                if closes(quote, isLong: isLong, &bytes) { return String(decoding: bytes, as: UTF8.self) }
            } else if quote == "\"", cursor.skip("\\") {
                try escape(isLong: isLong, &bytes)
            } else if cursor.skipLineBreak() {
                guard isLong else { throw start.fault("the text has no end on its line") }
                bytes.append(UInt8(ascii: "\n"))
            } else {
                bytes.append(try plainByte())
            }
        }
        throw start.fault("the text has no end")
    }

    /// Reads quotation marks in or at the end of a text; a long one ends with three, of which two more can be its own.
    private mutating func closes(_ quote: String, isLong: Bool, _ bytes: inout [UInt8]) -> Bool {
        guard isLong else { return cursor.skip(quote) }
        var count = 0
        while count < 5, cursor.skip(quote) { count += 1 }
        let own = count < 3 ? count : count - 3
        for _ in 0..<own { bytes += quote.utf8 }
        return count >= 3
    }

    private mutating func plainByte() throws(TOMLFault) -> UInt8 {
        guard let byte = cursor.current, !TOMLCursor.isControl(byte) else {
            throw cursor.fault("a control character is not allowed in a text")
        }
        cursor.advance()
        return byte
    }

    private mutating func escape(isLong: Bool, _ bytes: inout [UInt8]) throws(TOMLFault) {
        let start = cursor
        for (name, byte) in Self.shortEscapes where cursor.skip(name) { return bytes.append(byte) }
        if cursor.skip("u") { return try bytes += scalar(digits: 4) }
        if cursor.skip("U") { return try bytes += scalar(digits: 8) }
        // A backslash at the end of the line takes the break and the space of the next lines away.
        cursor.skipBlanks()
        guard isLong, cursor.skipLineBreak() else { throw start.fault("no such escape in a text") }
        repeat { cursor.skipBlanks() } while cursor.skipLineBreak()
    }

    private static let shortEscapes: [(String, UInt8)] = [
        ("b", 8), ("t", 9), ("n", 10), ("f", 12), ("r", 13), ("\"", 34), ("\\", 92),
    ]

    private mutating func scalar(digits: Int) throws(TOMLFault) -> String.UTF8View {
        let start = cursor
        var text = ""
        while text.count < digits, let byte = cursor.current, Character(Unicode.Scalar(byte)).isHexDigit {
            text.append(Character(Unicode.Scalar(byte)))
            cursor.advance()
        }
        // A NUL would end the text early wherever it is handed to C.
        guard text.count == digits, let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init), scalar != "\0"
        else {
            throw start.fault("expected \(digits) hexadecimal digits of a character other than NUL")
        }
        return String(scalar).utf8
    }
}
