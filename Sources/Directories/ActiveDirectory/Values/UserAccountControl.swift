/// The bits of userAccountControl and msDS-User-Account-Control-Computed that the agent reads ([MS-ADTS] section 2.2.16).
struct UserAccountControl: OptionSet {
    let rawValue: UInt32

    /// An administrator has disabled the account.
    static let disabled = UserAccountControl(rawValue: 0x2)
    /// The account is locked; only the computed attribute tells.
    static let locked = UserAccountControl(rawValue: 0x10)
    /// The password never expires, and no change can be asked for.
    static let neverExpires = UserAccountControl(rawValue: 0x1_0000)
    /// The password has expired, or must be changed at the next sign-in; only the computed attribute tells.
    static let passwordExpired = UserAccountControl(rawValue: 0x80_0000)

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Takes the decimal number that the attribute is shown as, which may be negative; nil for anything else.
    init?(_ text: String) {
        guard let number = Int32(text) else { return nil }
        self.init(rawValue: UInt32(bitPattern: number))
    }
}
