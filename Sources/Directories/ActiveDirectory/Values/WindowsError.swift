/// The reasons that Active Directory gives in front of its messages, in eight hexadecimal digits ([MS-ERREF] section 2.2).
///
/// They are the same on every server and in every language; the text behind them is not.
struct WindowsError: RawRepresentable, Hashable {
    let rawValue: UInt32

    /// ERROR_GEN_FAILURE: on a password, that the connection does not hide it well enough.
    static let generalFailure = WindowsError(rawValue: 0x1F)
    /// ERROR_INVALID_PASSWORD: the old password is not the account's.
    static let invalidPassword = WindowsError(rawValue: 0x56)
    /// ERROR_PASSWORD_RESTRICTION: the new password breaks one of the rules.
    static let passwordRestriction = WindowsError(rawValue: 0x52D)
    /// ERROR_ACCOUNT_LOCKED_OUT.
    static let accountLocked = WindowsError(rawValue: 0x775)
    /// ERROR_DS_UNWILLING_TO_PERFORM.
    static let unwilling = WindowsError(rawValue: 0x2035)

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Takes the digits from the beginning of a server's message; nil when there are none.
    init?(message: String) {
        let digits = message.prefix(8)
        guard digits.utf8.count == 8, message.dropFirst(8).first == ":", digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(rawValue: value)
    }
}
