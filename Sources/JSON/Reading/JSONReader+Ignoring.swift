/// Values that somebody else put there for somebody else.
extension JSONReader {
    /// Arrays and objects within each other in a value that is ignored.
    private static var depth: Int { 8 }

    /// Reads a value of any type and forgets it; it must be well-formed, and nested at most 8 deep.
    ///
    /// - Parameters:
    ///   - path: The member's path, for the error.
    ///   - characters: The most Unicode scalar values in a string of it.
    public mutating func ignore(at path: String, characters: Int) throws(JSONError) {
        try ignore(path, characters, Self.depth)
    }

    private mutating func ignore(_ path: String, _ characters: Int, _ depth: Int) throws(JSONError) {
        guard depth > 0 else { throw .malformed(.init(field: path, problem: .tooLong(limit: Self.depth))) }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"):
            try object(at: path) { (reader, name) throws(JSONError) in
                try reader.ignore("\(path).\(name)", characters, depth - 1)
            }
        case UInt8(ascii: "["):
            _ = try array(at: path, count: .max) { (reader, path) throws(JSONError) in
                try reader.ignore(path, characters, depth - 1)
            }
        case UInt8(ascii: "\""): try ignoreString(path, characters)
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean(at: path)
        default: try ignoreWord()
        }
    }

    private mutating func ignoreString(_ path: String, _ characters: Int) throws(JSONError) {
        do throws(JSONError) {
            _ = try string(at: path, characters: characters)
        } catch .malformed(let found) where found.problem == .empty {
            return
        } catch {
            throw error
        }
    }

    /// `null`, or a number in the form that RFC 8259 section 6 gives it.
    private mutating func ignoreWord() throws(JSONError) {
        if skips("n") {
            guard skips("u"), skips("l"), skips("l") else { throw notJSON() }
            return
        }
        _ = skips("-")
        if !skips("0") { try ignoreDigits() }
        if skips(".") { try ignoreDigits() }
        if skips("e") || skips("E") {
            _ = skips("+") || skips("-")
            try ignoreDigits()
        }
    }

    private mutating func ignoreDigits() throws(JSONError) {
        let start = offset
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { advance() }
        guard offset > start else { throw notJSON() }
    }

    /// Whether `byte` comes next, without white space before it; it is then passed.
    private mutating func skips(_ byte: Character) -> Bool {
        guard current == byte.asciiValue else { return false }
        advance()
        return true
    }
}
