/// Reads the string form of a name (RFC 4514 section 3).
struct DistinguishedNameParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func parse() throws(LDAPError) -> [RelativeDistinguishedName] {
        var rdns: [RelativeDistinguishedName] = []
        guard !bytes.isEmpty else { return rdns }
        repeat {
            rdns.append(try parseRDN())
        } while take(",")
        guard position == bytes.count else { throw fault("unexpected character") }
        return rdns
    }

    private mutating func parseRDN() throws(LDAPError) -> RelativeDistinguishedName {
        var assertions: [RelativeDistinguishedName.Assertion] = []
        repeat {
            assertions.append(try parseAssertion())
        } while take("+")
        return RelativeDistinguishedName(assertions)
    }

    private mutating func parseAssertion() throws(LDAPError) -> RelativeDistinguishedName.Assertion {
        let type = try parseType()
        guard take("=") else { throw fault("'=' expected") }
        skipSpaces()
        if take("#") { return .init(type: type, encoded: try parseHexString()) }
        return .init(type: type, value: try parseValue())
    }

    private mutating func parseType() throws(LDAPError) -> String {
        skipSpaces()
        let start = position
        while let byte = peeked, byte != UInt8(ascii: "="), byte != UInt8(ascii: " ") { position += 1 }
        let type = String(decoding: bytes[start..<position], as: UTF8.self)
        skipSpaces()
        guard AttributeDescription.isType(type[...].utf8) else { throw fault("an attribute type expected") }
        return type
    }

    private mutating func parseHexString() throws(LDAPError) -> [UInt8] {
        var value: [UInt8] = []
        while let byte = takeHexPair() { value.append(byte) }
        skipSpaces()
        guard !value.isEmpty else { throw fault("hex digits expected after '#'") }
        return value
    }

    /// Reads up to a separator; spaces that are not escaped do not count at either end.
    private mutating func parseValue() throws(LDAPError) -> [UInt8] {
        var value: [UInt8] = []
        var significant = 0
        while let byte = peeked, byte != UInt8(ascii: ","), byte != UInt8(ascii: "+") {
            let isSpace = byte == UInt8(ascii: " ")
            value.append(try parseCharacter(byte))
            if !isSpace { significant = value.count }
        }
        return Array(value.prefix(significant))
    }

    private mutating func parseCharacter(_ byte: UInt8) throws(LDAPError) -> UInt8 {
        position += 1
        guard byte == UInt8(ascii: "\\") else {
            guard byte != 0, !Self.needsEscape.contains(byte) else { throw fault("a character that must be escaped") }
            return byte
        }
        if let byte = takeHexPair() { return byte }
        guard let next = peeked, Self.mayBeEscaped.contains(next) else { throw fault("a bad escape sequence") }
        position += 1
        return next
    }

    private static let needsEscape = Array("\";<>".utf8)
    private static let mayBeEscaped = Array(" \"#+,;<=>\\".utf8)
}

extension DistinguishedNameParser {
    private var peeked: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peeked == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func takeHexPair() -> UInt8? {
        guard position + 1 < bytes.count, let byte = Hex.byte(bytes[position], bytes[position + 1]) else { return nil }
        position += 2
        return byte
    }

    private mutating func skipSpaces() {
        while peeked == UInt8(ascii: " ") { position += 1 }
    }

    private func fault(_ what: String) -> LDAPError {
        .invalid("not a distinguished name (RFC 4514): \(what) at byte \(position)")
    }
}
