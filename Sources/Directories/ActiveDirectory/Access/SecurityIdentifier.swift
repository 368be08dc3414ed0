/// Who a right is for: a user, a group or one of the well-known ([MS-DTYP] section 2.4.2).
struct SecurityIdentifier: Hashable {
    /// Numbers that may follow the authority.
    private static let mostParts = 15

    let authority: UInt64
    let parts: [UInt32]

    /// S-1-1-0: everyone.
    static let everyone = SecurityIdentifier(authority: 1, parts: [0])
    /// S-1-5-10: the entry itself.
    static let principalSelf = SecurityIdentifier(authority: 5, parts: [10])
    /// S-1-5-11: everyone who has signed in.
    static let authenticatedUsers = SecurityIdentifier(authority: 5, parts: [11])

    private init(authority: UInt64, parts: [UInt32]) {
        self.authority = authority
        self.parts = parts
    }

    /// Reads the binary form ([MS-DTYP] section 2.4.2.2); what follows it is left alone. Nil when it is malformed.
    init?(bytes: ArraySlice<UInt8>) {
        var reader = LittleEndianReader(bytes)
        guard reader.number(UInt8.self) == 1, let count = reader.number(UInt8.self), count <= Self.mostParts,
            let authority = reader.bytes(6)
        else { return nil }
        var parts: [UInt32] = []
        for _ in 0..<count {
            guard let part = reader.number(UInt32.self) else { return nil }
            parts.append(part)
        }
        self.init(authority: authority.reduce(0) { $0 << 8 | UInt64($1) }, parts: parts)
    }

    /// The binary form.
    var bytes: [UInt8] {
        let head = [1, UInt8(parts.count)] + (0..<6).map { UInt8(truncatingIfNeeded: authority >> (40 - 8 * $0)) }
        return head + parts.flatMap { part in (0..<4).map { UInt8(truncatingIfNeeded: part >> (8 * $0)) } }
    }

    /// The text form, such as S-1-5-21-1-2-3-1107.
    var text: String { "S-1-\(authority)" + parts.map { "-\($0)" }.joined() }

    /// Whether it belongs to a domain, as those of users do (S-1-5-21-…).
    var isOfDomain: Bool { authority == 5 && parts.first == 21 }
}
