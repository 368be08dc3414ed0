/// Who may do what to an entry: the access control list of its nTSecurityDescriptor ([MS-DTYP] section 2.4.6).
///
/// The bytes come from a server and are read within their bounds, whatever they say.
struct SecurityDescriptor {
    /// The list in its own order; nil for none at all, which allows everybody everything.
    let entries: [AccessControlEntry]?
    /// Whether the entry inherits nothing from those above it.
    let isProtected: Bool

    private static let selfRelative: UInt16 = 0x8000
    private static let listPresent: UInt16 = 0x0004
    private static let listProtected: UInt16 = 0x1000

    /// Reads the self-relative form; nil when it is malformed.
    init?(bytes: [UInt8]) {
        var reader = LittleEndianReader(bytes[...])
        guard reader.number(UInt8.self) == 1, reader.bytes(1) != nil, let control = reader.number(UInt16.self),
            control & Self.selfRelative != 0, reader.bytes(12) != nil, let offset = reader.number(UInt32.self)
        else { return nil }
        isProtected = control & Self.listProtected != 0
        guard control & Self.listPresent != 0, offset != 0 else {
            entries = nil
            return
        }
        guard let entries = Self.entries(bytes.dropFirst(Int(offset))) else { return nil }
        self.entries = entries
    }

    /// Reads an access control list ([MS-DTYP] section 2.4.5).
    private static func entries(_ bytes: ArraySlice<UInt8>) -> [AccessControlEntry]? {
        var reader = LittleEndianReader(bytes)
        guard let revision = reader.number(UInt8.self), [2, 4].contains(revision), reader.bytes(1) != nil,
            let size = reader.number(UInt16.self), let count = reader.number(UInt16.self), reader.bytes(2) != nil,
            size >= 8, var list = reader.bytes(Int(size) - 8).map(LittleEndianReader.init)
        else { return nil }
        var entries: [AccessControlEntry] = []
        for _ in 0..<count {
            guard let type = list.number(UInt8.self), let flags = list.number(UInt8.self),
                let size = list.number(UInt16.self), let body = list.bytes(Int(size) - 4)
            else { return nil }
            if let entry = AccessControlEntry(type: type, flags: flags, body: body) {
                entries.append(entry)
            } else if AccessControlEntry.Kind(rawValue: type) != nil {
                return nil
            }
        }
        return entries
    }

    /// Whether those who are all of `token` together have a right: the first line that is about it decides, as they stand
    /// ([MS-ADTS] section 5.1.3.3).
    func grants(_ right: AccessRight, to token: Set<SecurityIdentifier>) -> Bool {
        guard let entries else { return true }
        let deciding = entries.first { entry in
            !entry.isInheritOnly && entry.mask.contains(right.mask) && token.contains(entry.trustee)
                && entry.object.map(right.objects.contains) ?? true
        }
        return deciding.map { !$0.isDenial } ?? false
    }
}
