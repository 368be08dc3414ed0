/// Whether the agent can run with what was found.
public enum FindingSeverity: Sendable, Hashable {
    /// The configuration is not accepted.
    case error
    /// The configuration is accepted, and somebody should look at it.
    case warning
}
