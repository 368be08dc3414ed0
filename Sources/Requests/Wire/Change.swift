public import Secrets

/// A new password for one who knows the old one.
public struct Change: ~Copyable, Sendable {
    /// The password that the directory is to check.
    public let current: Secret
    /// The password to write.
    public let new: Secret
}
