/// What became of a rotation of the agent's own password: the answer to `POST /v1/rotate-bind`.
public struct RotationReport: Sendable, Equatable {
    /// Whether a server takes the new password.
    public struct ServerProof: Sendable, Equatable {
        /// The server's URL.
        public let server: String
        /// Why it could not be proved there; nil where the agent signed in with the new password.
        public let refusal: Refusal?

        /// What was found at `server`.
        public init(server: String, refusal: Refusal?) {
            self.server = server
            self.refusal = refusal
        }
    }

    /// The directory's configured name.
    public let directory: String
    /// The identity that has the new password.
    public let identity: String
    /// When it was proved at the server that was written to.
    public let time: Timestamp
    /// Each server, the one that was written to first.
    public let servers: [ServerProof]

    /// A report of these parts.
    public init(directory: String, identity: String, time: Timestamp, servers: [ServerProof]) {
        self.directory = directory
        self.identity = identity
        self.time = time
        self.servers = servers
    }

    /// Whether every server takes the new password, so that the one before is forgotten.
    public var isSettled: Bool { servers.allSatisfy { $0.refusal == nil } }
}
