/// Reads the few BER elements that controls carry; every read checks its bounds.
///
/// Lengths may be in long form even where short would do: 389 Directory Server always writes four bytes (X.690 section
/// 8.1.3.5). Indefinite lengths are not allowed in LDAP (RFC 4511 section 5.1).
struct BERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    var peekedTag: UInt8? { rest.first }

    /// Takes the next element if it has this tag; leaves everything in place if it has another or is cut short.
    mutating func read(tag: UInt8) -> ArraySlice<UInt8>? {
        var ahead = rest
        guard ahead.popFirst() == tag, let length = Self.readLength(&ahead), length <= ahead.count else { return nil }
        rest = ahead.dropFirst(length)
        return ahead.prefix(length)
    }

    /// Takes the next element as a two's complement integer of at most eight bytes.
    mutating func readInteger(tag: UInt8) -> Int? {
        let start = rest
        guard let bytes = read(tag: tag) else { return nil }
        guard (1...8).contains(bytes.count), let first = bytes.first else {
            rest = start
            return nil
        }
        let sign: Int = first & 0x80 == 0 ? 0 : -1
        return bytes.reduce(sign) { $0 << 8 | Int($1) }
    }

    private static func readLength(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.popFirst() else { return nil }
        guard first & 0x80 != 0 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count), bytes.count >= count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
