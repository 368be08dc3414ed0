/// What proved a write, read from the same server.
public enum Verification: String, Sendable, Equatable {
    /// The entry's change time moved.
    case changeTime = "change-time"
    /// The account signed in with its new password.
    case bind
    /// The lock is gone from the entry.
    case lockState = "lock-state"
}
