public import Requests

/// What a directory says of one account at one moment.
public struct AccountFacts: Sendable {
    /// Which entry it is.
    public let identity: AccountIdentity
    /// Whether, and how, it is locked.
    public var lock: LockState = .open
    /// Wrong passwords counted since the last sign-in or reset.
    public var failedAttempts = 0
    /// When the last of them was tried.
    public var lastFailedAttempt: Timestamp?
    /// Whether a new password is asked for at the next sign-in.
    public var mustChange = false
    /// When the password was last changed.
    public var lastChange: Timestamp?
    /// The time before which the account cannot sign in, where there is one.
    public var validFrom: Timestamp?
    /// The time after which the account cannot sign in, where there is one.
    public var validUntil: Timestamp?
    /// The rules that apply to its password, where they could be read.
    public var rules: PasswordRules?
    /// Whether a policy applies whose rules could not be read.
    public var hasUnreadablePolicy = false
    /// Whether the directory clears a lock with every new password, wanted or not.
    public var resetClearsLock = false
    /// A value of the server's that moves with every write to the entry (OpenLDAP: entryCSN).
    public var changeMark: String?
    /// The value that the lock was read from, so that this very lock is cleared and no other.
    public var lockMark: String?

    /// The facts of an entry of which nothing but its identity is known yet.
    public init(identity: AccountIdentity) {
        self.identity = identity
    }
}
