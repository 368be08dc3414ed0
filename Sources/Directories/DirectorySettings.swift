public import LDAPClient

/// How one directory is reached, and which of its entries are accounts.
public struct DirectorySettings: Sendable {
    /// The configured name.
    public let name: String
    /// The ways of its servers; nil to go by what they say they are.
    public let kind: DirectoryKind?
    /// The entry that all accounts lie below; whatever lies elsewhere does not exist for the agent.
    public let base: DistinguishedName
    /// The attributes that a sign-in name is compared with; any of them may match. Nil for the kind's own.
    public let accountAttributes: [String]?
    /// The object class that accounts must have, if it matters.
    public let accountClass: String?
    /// The policy entry that applies where an account names none.
    public let defaultPolicy: DistinguishedName?
    /// Whether a write is proved by signing in with the new password as well as by the entry's change time.
    public let verifiesByBind: Bool
    /// How long one exchange with the server may take.
    public let operationTimeout: Duration
    /// For how long a write that got no answer must not show before it counts as not done.
    public let settlingTime: Duration
    /// Whether FreeIPA knows the agent's identity as a password-sync manager, whose resets do not expire.
    public let isPasswordSyncManager: Bool

    /// A directory by its settings.
    public init(
        name: String, kind: DirectoryKind?, base: DistinguishedName, accountAttributes: [String]?,
        accountClass: String?, defaultPolicy: DistinguishedName?, verifiesByBind: Bool, operationTimeout: Duration,
        settlingTime: Duration, isPasswordSyncManager: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.base = base
        self.accountAttributes = accountAttributes
        self.accountClass = accountClass
        self.defaultPolicy = defaultPolicy
        self.verifiesByBind = verifiesByBind
        self.operationTimeout = operationTimeout
        self.settlingTime = settlingTime
        self.isPasswordSyncManager = isPasswordSyncManager
    }
}
