/// Whether, and how, an account is locked.
public enum LockState: Sendable, Equatable {
    /// Not locked.
    case open
    /// Nobody can tell: the directory does not show it.
    case unknown
    /// Locked by wrong passwords since a time; until another, or until somebody unlocks it.
    case locked(since: Timestamp, until: Timestamp?)
    /// Locked by an administrator, for good.
    case byAdministrator

    /// Whether the account is known not to be able to sign in because of a lock.
    public var isLocked: Bool { self != .open && self != .unknown }
}
