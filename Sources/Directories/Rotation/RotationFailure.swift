public import Requests

/// Why the agent's identity has no new password, or perhaps none.
public enum RotationFailure: Error, Sendable, Equatable {
    /// It certainly has the one before.
    case refused(Refusal)
    /// Nobody can tell yet; both passwords are kept.
    case unknown(Uncertainty)
}
