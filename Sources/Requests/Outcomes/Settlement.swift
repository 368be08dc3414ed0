/// How a write that was permitted and recorded ended at the directory.
public enum Settlement: Sendable, Equatable {
    /// Done and verified.
    case applied(Receipt)
    /// Turned down by the directory, or never sent to it.
    case refused(Refusal)
    /// Sent, and nobody can tell what became of it.
    case unknown(Uncertainty)
}
