/// The attributes of accounts that the agent reads and writes ([MS-ADA1] to [MS-ADA3], [MS-ADTS] section 3.1.1.4.5).
enum ActiveDirectoryAttribute {
    static let anchor = "objectGUID"
    static let identifier = "objectSid"
    static let accountName = "sAMAccountName"
    static let principalName = "userPrincipalName"
    static let displayName = "displayName"
    static let changedTime = "whenChanged"
    static let changedNumber = "uSNChanged"
    static let lastSet = "pwdLastSet"
    static let lockoutTime = "lockoutTime"
    static let control = "userAccountControl"
    static let computedControl = "msDS-User-Account-Control-Computed"
    static let accountExpires = "accountExpires"
    static let passwordExpiry = "msDS-UserPasswordExpiryTimeComputed"
    static let failedAttempts = "badPwdCount"
    static let lastFailedAttempt = "badPasswordTime"
    static let adminCount = "adminCount"
    static let resultantPolicy = "msDS-ResultantPSO"
    static let descriptor = "nTSecurityDescriptor"
    static let writable = "allowedAttributesEffective"
    static let password = "unicodePwd"

    /// What one search must bring to know an account's state.
    static let facts = [
        anchor, accountName, displayName, changedTime, changedNumber, lastSet, lockoutTime, control, computedControl,
        accountExpires, passwordExpiry,
        failedAttempts, lastFailedAttempt, adminCount, resultantPolicy, descriptor,
    ]

    /// What shows whether a write happened.
    static let proof = [anchor, changedTime, changedNumber, lastSet, lockoutTime, computedControl]

    /// The root DSE's own ([MS-ADTS] section 3.1.1.3.2).
    enum Root {
        static let domain = "defaultNamingContext"
        static let token = "tokenGroups"
        static let time = "currentTime"
    }
}
