internal import AgentKeys
internal import Authorisation
public import Directories

/// Everything that one reading of the configuration brought about; a reload makes the next one.
///
/// Requests in flight keep theirs until they are answered.
public final class Generation: Sendable {
    /// The agent's configured name.
    public let agent: String
    /// The way of its requests.
    public let flow: WritebackFlow
    /// How long a request may take.
    public let requestTimeout: Duration

    /// The directories it writes to.
    public var directories: [Directory] { flow.directories.directories }

    /// The keys that passwords are sealed to, by status and identifier.
    public var keyIdentifiers: [String] { flow.authorisation.keys.identifiers }

    /// A generation of these parts.
    public init(agent: String, flow: WritebackFlow, requestTimeout: Duration) {
        self.agent = agent
        self.flow = flow
        self.requestTimeout = requestTimeout
    }
}
