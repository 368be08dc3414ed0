/// Why a password policy refused (the `error` of draft-behera-ldap-password-policy section 6.2).
public enum PasswordPolicyError: Int32, Sendable, Hashable, CaseIterable {
    /// The password has expired and must be reset.
    case passwordExpired = 0
    /// The account is locked.
    case accountLocked = 1
    /// The password was reset and must be changed before anything else is allowed.
    case changeAfterReset = 2
    /// The user may not change the password.
    case passwordModNotAllowed = 3
    /// The old password must be given with the new one.
    case mustSupplyOldPassword = 4
    /// The password is not good enough, for a reason of the server's own.
    case insufficientPasswordQuality = 5
    /// The password is too short.
    case passwordTooShort = 6
    /// The password was changed too recently.
    case passwordTooYoung = 7
    /// The password has been used before.
    case passwordInHistory = 8
    /// The password is too long.
    case passwordTooLong = 9
}
