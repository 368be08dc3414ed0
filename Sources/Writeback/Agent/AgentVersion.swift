/// The version of the agent, as in CHANGELOG.md.
public enum AgentVersion {
    /// Semantic version, without a leading v.
    public static let current = "0.1.0"
}
