/// What is known of an account and what could be done for it: the answer to `status`.
public struct StatusReport: Sendable {
    /// Whether, and how, the account is locked.
    public let lock: LockState
    /// Wrong passwords counted since the last sign-in or reset.
    public let failedAttempts: Int
    /// When the last of them was tried.
    public let lastFailedAttempt: Timestamp?
    /// Whether a new password is asked for at the next sign-in.
    public let mustChange: Bool
    /// When the password was last changed.
    public let lastChange: Timestamp?
    /// When the password runs out, or has; nil where it does not, or where that is not known.
    public let passwordExpires: Timestamp?
    /// The rules that the directory holds a new password against, where they could be read.
    public let rules: PasswordRules?
    /// For each operation, why it would be refused; nil where it would be tried.
    public let obstacles: [(operation: Operation, refusal: Refusal?)]

    /// A report of these facts.
    public init(
        lock: LockState, failedAttempts: Int, lastFailedAttempt: Timestamp?, mustChange: Bool, lastChange: Timestamp?,
        passwordExpires: Timestamp?, rules: PasswordRules?,
        obstacles: [(operation: Operation, refusal: Refusal?)]
    ) {
        self.lock = lock
        self.failedAttempts = failedAttempts
        self.lastFailedAttempt = lastFailedAttempt
        self.mustChange = mustChange
        self.lastChange = lastChange
        self.passwordExpires = passwordExpires
        self.rules = rules
        self.obstacles = obstacles
    }
}
