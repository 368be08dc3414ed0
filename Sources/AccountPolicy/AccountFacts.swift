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
    /// When the minimum age lets it be changed again, where the directory keeps that time itself.
    public var changeableAfter: Timestamp?
    /// Whether an administrator has disabled it.
    public var isDisabled = false
    /// Whether the directory keeps delegated rights away from it, because it belongs to administrators.
    public var isProtected = false
    /// The time before which the account cannot sign in, where there is one.
    public var validFrom: Timestamp?
    /// The time after which the account cannot sign in, where there is one.
    public var validUntil: Timestamp?
    /// When its password runs out, or has, where it does.
    public var passwordExpires: Timestamp?
    /// The rules that apply to its password, where they could be read.
    public var rules: PasswordRules?
    /// Whether a policy applies whose rules could not be read.
    public var hasUnreadablePolicy = false
    /// Whether nobody but the agent holds a reset to those rules.
    public var agentChecksReset = false
    /// Whether what decides on its validity and its lock could not be read.
    public var hasUnreadableState = false
    /// The time before which no change is tried, because a wrong current password would lock the account.
    public var triesPausedUntil: Timestamp?
    /// The names of the account and of its owner that the directory keeps out of passwords.
    public var names: [String] = []
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
