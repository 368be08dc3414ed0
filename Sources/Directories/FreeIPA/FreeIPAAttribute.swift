/// The attributes of a FreeIPA user's entry that the agent reads and writes.
enum FreeIPAAttribute {
    static let password = "userPassword"
    static let anchor = "ipaUniqueID"
    static let principal = "krbPrincipalName"
    static let changedTime = "krbLastPwdChange"
    static let expirationTime = "krbPasswordExpiration"
    static let failedCount = "krbLoginFailedCount"
    static let lastFailed = "krbLastFailedAuth"
    static let lastUnlock = "krbLastAdminUnlock"
    static let policy = "krbPwdPolicyReference"
    static let validUntil = "krbPrincipalExpiration"
    static let accountLock = "nsAccountLock"
    static let authenticationTypes = "ipaUserAuthType"
    static let memberOf = "memberOf"
    static let modifyTime = DirectoryServer389Attribute.modifyTime
    static let updateNumber = DirectoryServer389Attribute.updateNumber

    /// What one search must bring to know an account's state.
    static let facts = proof + [principal, policy, validUntil, accountLock, authenticationTypes, memberOf]

    /// What shows whether a write happened.
    static let proof = [
        anchor, modifyTime, updateNumber, changedTime, expirationTime, failedCount, lastFailed, lastUnlock,
    ]

    /// What an unlock writes.
    static let lock = [failedCount, lastUnlock]
}
