/// What a pool knows about one of its servers.
public struct ServerState: Sendable, Hashable {
    /// What follows from it for the next connection.
    public enum Condition: String, Sendable, Hashable {
        /// Nobody has connected to it yet.
        case untried
        /// The last connection to it was made, and none broke since.
        case up
        /// The last connection to it failed or broke; the others are used as long as one of them will do.
        case down
        /// It works again, but has not done so for long enough.
        case returning
        /// It takes no changes (``Avoidance/readOnly(_:)``).
        case readOnly
        /// It is not what the configuration says (``Avoidance/unsuitable(_:)``).
        case unsuitable
    }

    /// Where it listens.
    public let address: ServerAddress
    /// What follows from what is known.
    public let condition: Condition
    /// Since when, on the pool's clock.
    public let since: ContinuousClock.Instant
    /// Why it is not up, or what last went wrong with it; one line, safe to log. nil when nothing ever did.
    public let reason: String?

    /// Makes a value, to compare with.
    public init(
        address: ServerAddress, condition: Condition, since: ContinuousClock.Instant, reason: String?
    ) {
        self.address = address
        self.condition = condition
        self.since = since
        self.reason = reason
    }
}
