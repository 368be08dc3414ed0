/// What became of a rotation whose end nobody saw, or that had not reached every server.
public enum RotationFinding: Sendable {
    /// Nothing was open.
    case nothing
    /// It stays open.
    case open
    /// The directory has the pending password.
    case changed
    /// The directory never got the pending password.
    case unchanged
    /// All servers take the one in force, which was known before, or the credential's is in force again.
    case settled
}
