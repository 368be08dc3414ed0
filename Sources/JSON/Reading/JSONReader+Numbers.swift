/// Whole numbers, the only ones that a protocol needs; others read what is left of a double differently.
extension JSONReader {
    /// The largest whole number that every reader of JSON reads alike (RFC 8259 section 6).
    private static var largest: Int { (1 << 53) - 1 }

    /// Reads a whole number from 0 to 2^53 - 1, in digits only: no sign, fraction or exponent.
    ///
    /// - Parameter path: The member's path, for the error.
    public mutating func wholeNumber(at path: String) throws(JSONError) -> Int {
        skipSpace()
        let start = offset
        var value = 0
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard value <= Self.largest else {
                throw .malformed(.init(field: path, problem: .outOfRange(0...Self.largest)))
            }
            advance()
        }
        guard offset > start else { throw mismatch(at: path, expected: "a whole number") }
        guard current.map({ !".eE".utf8.contains($0) }) ?? true else {
            throw .malformed(.init(field: path, problem: .wrongType(expected: "a whole number")))
        }
        guard offset == start + String(value).utf8.count else { throw notJSON() }
        return value
    }
}
