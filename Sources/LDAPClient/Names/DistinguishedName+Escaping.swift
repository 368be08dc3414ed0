extension DistinguishedName {
    /// The value with everything escaped that RFC 4514 section 2.4 demands, and control characters as hex pairs.
    ///
    /// `=` need not be escaped, but is, for readers that stop at the first one.
    static func escaped(_ value: String) -> String {
        let bytes = Array(value.utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            append(byte, isFirst: index == 0, isLast: index == bytes.count - 1, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, isFirst: Bool, isLast: Bool, to text: inout [UInt8]) {
        switch byte {
        case 0..<0x20, 0x7F:
            text.append(UInt8(ascii: "\\"))
            text += Hex.digits(byte)
        case _ where special.contains(byte),
            UInt8(ascii: " ") where isFirst || isLast,
            UInt8(ascii: "#") where isFirst:
            text += [UInt8(ascii: "\\"), byte]
        default:
            text.append(byte)
        }
    }

    private static let special = Array("\"+,;<>=\\".utf8)
}
