public import Secrets

/// A new password for one who does not know the old one.
public struct Reset: ~Copyable, Sendable {
    /// The password to write.
    public let new: Secret
    /// Whether a lockout is to be cleared too.
    public let unlock: Bool
    /// Whether another password is to be asked for at the next sign-in.
    public let mustChange: Bool
}
