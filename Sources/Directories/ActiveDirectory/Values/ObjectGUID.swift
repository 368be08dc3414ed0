/// An identifier of sixteen bytes ([MS-DTYP] section 2.3.4), such as an objectGUID.
///
/// As text the first three groups are numbers, whose bytes lie in memory and on the wire with the lowest first.
struct ObjectGUID: Hashable {
    /// The bytes as they lie in attributes and security descriptors.
    let bytes: [UInt8]

    /// The position of each byte of the text among ``bytes``; the change is its own reverse.
    private static let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
    /// Hexadecimal digits in each group of the text.
    private static let groups = [8, 4, 4, 4, 12]

    /// Takes the bytes; nil when they are not sixteen.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.order.count else { return nil }
        self.bytes = Array(bytes)
    }

    /// Takes the text, in any case and without braces; nil for anything else.
    init?(_ text: String) {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == Self.groups else { return nil }
        let digits = groups.joined().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 2 * Self.order.count else { return nil }
        let read = Self.order.indices.map { UInt8(digits[2 * $0] << 4 | digits[2 * $0 + 1]) }
        bytes = Self.order.map { read[$0] }
    }

    /// The text, in lower case.
    var text: String {
        var digits = Self.order.map { index in
            let digits = String(bytes[index], radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()[...]
        return Self.groups.map { count in
            defer { digits = digits.dropFirst(count) }
            return String(digits.prefix(count))
        }.joined(separator: "-")
    }
}
