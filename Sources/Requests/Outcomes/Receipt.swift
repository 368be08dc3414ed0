/// What was done to an account, for the reply, the journal and the mail that tells the user.
public struct Receipt: Sendable, Equatable {
    /// When the write was verified.
    public let time: Timestamp
    /// Whether the account has a new password.
    public let passwordChanged: Bool
    /// Whether the account was locked before.
    public let wasLocked: Bool
    /// Whether a new password is asked for at the next sign-in; nil where nothing was said about it.
    public let mustChange: Bool?
    /// Wrong passwords counted before the write, so that a rogue client can be told from a forgetful user.
    public let failedAttempts: Int
    /// When the last of them was tried.
    public let lastFailedAttempt: Timestamp?
    /// What proved the write.
    public let verification: Verification
    /// What the request asked for beside its main work and did not get.
    public let shortfall: Shortfall?
    /// What became of the lock on the directory's other servers, where each has its own.
    public let otherServers: [ServerUnlock]

    /// A receipt of these facts.
    public init(
        time: Timestamp, passwordChanged: Bool, wasLocked: Bool, mustChange: Bool?, failedAttempts: Int,
        lastFailedAttempt: Timestamp?, verification: Verification, shortfall: Shortfall? = nil,
        otherServers: [ServerUnlock] = []
    ) {
        self.time = time
        self.passwordChanged = passwordChanged
        self.wasLocked = wasLocked
        self.mustChange = mustChange
        self.failedAttempts = failedAttempts
        self.lastFailedAttempt = lastFailedAttempt
        self.verification = verification
        self.shortfall = shortfall
        self.otherServers = otherServers
    }
}
