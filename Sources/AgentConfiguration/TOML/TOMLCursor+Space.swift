extension TOMLCursor {
    /// Moves over spaces and tabs.
    mutating func skipBlanks() {
        _ = take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Moves over blanks, comments and line breaks to the next thing that means something.
    mutating func skipSpace() throws(TOMLFault) {
        repeat {
            skipBlanks()
            try skipComment()
        } while skipLineBreak()
    }

    /// Moves to the end of the line, where nothing but a comment may stand.
    mutating func finishLine() throws(TOMLFault) {
        skipBlanks()
        try skipComment()
        guard current == nil || isAt("\n") || isAt("\r\n") else { throw fault("expected the end of the line") }
    }

    /// Moves over `text`, which must be at the place; `purpose` says what it is for.
    mutating func expect(_ text: String, _ purpose: String) throws(TOMLFault) {
        guard skip(text) else { throw fault("expected '\(text)' \(purpose)") }
    }

    private mutating func skipComment() throws(TOMLFault) {
        guard skip("#") else { return }
        _ = take { !Self.isControl($0) }
        guard current == nil || isAt("\n") || isAt("\r\n") else {
            throw fault("a control character is not allowed in a comment")
        }
    }

    /// Whether `byte` is a control character other than a tab.
    static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F
    }
}
