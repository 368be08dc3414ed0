/// The attributes of a 389 Directory Server entry that the agent reads and writes; all but the password are operational.
enum DirectoryServer389Attribute {
    static let password = "userPassword"
    static let anchor = "nsUniqueId"
    static let modifyTime = "modifyTimestamp"
    static let updateNumber = "entryusn"
    static let changedTime = "pwdUpdateTime"
    static let allowChangeTime = "passwordAllowChangeTime"
    static let expirationTime = "passwordExpirationTime"
    static let reset = "pwdReset"
    static let retryCount = "passwordRetryCount"
    static let retryReset = "retryCountResetTime"
    static let unlockTime = "accountUnlockTime"
    static let accountLock = "nsAccountLock"
    static let policy = "pwdPolicySubentry"

    /// What one search must bring to know an account's state.
    static let facts = [
        anchor, modifyTime, updateNumber, changedTime, allowChangeTime, expirationTime, reset, retryCount, retryReset,
        unlockTime, accountLock, policy,
    ]

    /// What shows whether a write happened.
    static let proof = [
        anchor, modifyTime, updateNumber, changedTime, expirationTime, reset, retryCount, unlockTime,
    ]

    /// What a lock consists of.
    static let lock = [unlockTime, retryCount, retryReset]

    /// The value of ``expirationTime`` that asks for a new password at the next sign-in, and of ``unlockTime`` that
    /// locks until somebody unlocks.
    static let epoch = "19700101000000Z"
}
