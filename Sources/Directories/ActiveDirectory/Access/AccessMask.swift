/// What an access control entry is about ([MS-ADTS] section 5.1.3.2).
struct AccessMask: OptionSet, Hashable {
    let rawValue: UInt32

    /// RIGHT_DS_READ_PROPERTY.
    static let readProperty = AccessMask(rawValue: 0x10)
    /// RIGHT_DS_WRITE_PROPERTY.
    static let writeProperty = AccessMask(rawValue: 0x20)
    /// RIGHT_DS_CONTROL_ACCESS: the extended rights, such as that to reset a password.
    static let controlAccess = AccessMask(rawValue: 0x100)

    private static let genericAll = AccessMask(rawValue: 0x1000_0000)
    private static let genericWrite = AccessMask(rawValue: 0x4000_0000)
    private static let genericRead = AccessMask(rawValue: 0x8000_0000)

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// With what the generic rights in it stand for.
    var mapped: AccessMask {
        var mask = self
        if contains(Self.genericAll) { mask.formUnion([.readProperty, .writeProperty, .controlAccess]) }
        if contains(Self.genericWrite) { mask.insert(.writeProperty) }
        if contains(Self.genericRead) { mask.insert(.readProperty) }
        return mask
    }
}
