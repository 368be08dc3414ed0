/// What a caller may ask for.
public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// Writes a new password for an account whose owner, or an administrator, has been verified elsewhere.
    case reset
    /// Clears a lockout and leaves the password alone.
    case unlock
    /// Replaces the password by one who knows the old one.
    case change
    /// Tells what is known of the account and what would be possible; writes nothing.
    case status
}
