/// Checks the names of attributes before they become part of a filter, a name or a request.
enum AttributeDescription {
    /// Throws unless `text` is an attribute description (RFC 4512 section 2.5): a short name or a numeric OID, then
    /// options.
    static func check(_ text: String) throws(LDAPError) {
        let parts = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard let type = parts.first, isType(type), parts.dropFirst().allSatisfy(isKeyString) else {
            throw .invalid("'\(shown(text))' is not the name of an attribute")
        }
    }

    static func isType(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
        bytes.first.map(isLetter) == true ? isKeyString(bytes) : isNumericOID(bytes)
    }

    private static func isNumericOID(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
        let arcs = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return arcs.count > 1 && arcs.allSatisfy { arc in !arc.isEmpty && arc.allSatisfy(isDigit) }
    }

    private static func isKeyString(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func shown(_ text: String) -> String {
        String(text.prefix(64).map { $0.isASCII && !$0.isNewline && $0 >= " " ? $0 : "?" })
    }
}
