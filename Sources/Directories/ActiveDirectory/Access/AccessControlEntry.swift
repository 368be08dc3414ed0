/// One line of an access control list ([MS-DTYP] section 2.4.4): somebody is allowed or denied something.
struct AccessControlEntry {
    /// Whether it denies.
    let isDenial: Bool
    /// Whether it is there only for entries below, and says nothing about this one.
    let isInheritOnly: Bool
    /// What it is about.
    let mask: AccessMask
    /// The one property, property set or extended right that it is about; nil for all of them.
    let object: ObjectGUID?
    /// Who it is about.
    let trustee: SecurityIdentifier

    private static let inheritOnly: UInt8 = 0x08
    private static let hasObject: UInt32 = 1
    private static let hasInheritedObject: UInt32 = 2

    /// Reads an entry from its header and its body; nil when it is malformed, or of a kind that is no allowance or denial.
    init?(type: UInt8, flags: UInt8, body: ArraySlice<UInt8>) {
        guard let kind = Kind(rawValue: type) else { return nil }
        var reader = LittleEndianReader(body)
        guard let mask = reader.number(UInt32.self) else { return nil }
        var object: ObjectGUID?
        if kind.namesObject {
            guard let present = reader.number(UInt32.self) else { return nil }
            if present & Self.hasObject != 0 {
                guard let guid = reader.bytes(16).flatMap({ ObjectGUID(bytes: $0) }) else { return nil }
                object = guid
            }
            if present & Self.hasInheritedObject != 0, reader.bytes(16) == nil { return nil }
        }
        guard let trustee = SecurityIdentifier(bytes: reader.remainder) else { return nil }
        (isDenial, isInheritOnly) = (kind.isDenial, flags & Self.inheritOnly != 0)
        (self.mask, self.object, self.trustee) = (AccessMask(rawValue: mask).mapped, object, trustee)
    }

    /// The kinds that Active Directory decides by; audits and conditions are none of them.
    enum Kind: UInt8 {
        case allowed = 0
        case denied = 1
        case allowedObject = 5
        case deniedObject = 6

        var isDenial: Bool { self == .denied || self == .deniedObject }
        var namesObject: Bool { self == .allowedObject || self == .deniedObject }
    }
}
