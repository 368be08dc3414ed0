/// Why Active Directory refuses a sign-in: the number behind `data` in its message ([MS-ERREF] section 2.2).
enum SignInFailure: UInt32 {
    /// ERROR_LOGON_FAILURE: the password is wrong, or there is no such account.
    case wrongPassword = 0x52E
    /// ERROR_PASSWORD_EXPIRED: the password is right and too old.
    case passwordExpired = 0x532
    /// ERROR_PASSWORD_MUST_CHANGE: the password is right and must be changed first.
    case mustChange = 0x773

    /// Takes a server's message, such as `80090308: LdapErr: …, comment: …, data 52e, v1db1`.
    init?(message: String) {
        guard let found = message.firstRange(of: ", data ") else { return nil }
        let digits = message[found.upperBound...].prefix(while: \.isHexDigit)
        guard let reason = UInt32(digits, radix: 16).flatMap(Self.init) else { return nil }
        self = reason
    }
}
