/// Where the agent's own keys are, a JWK set (RFC 7517 section 5) with their private halves.
public enum KeySource: Sendable, Equatable {
    /// In the file at this path, which the agent writes itself.
    case file(String)
    /// In the systemd credential of this name, which somebody else writes.
    case credential(String)
}
