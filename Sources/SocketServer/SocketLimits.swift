/// What one socket puts up with.
public struct SocketLimits: Sendable {
    /// Bytes of all header fields of a request together.
    public static let headerBytes = 8 * 1024
    /// Header fields of a request.
    public static let headerFields = 32

    /// Connections open at a time; for one more, the one that has been idle longest is closed.
    public let connections: Int
    /// How long a connection may lie idle between two requests.
    public let idleTimeout: Duration
    /// How long a request may take from its first byte to its reply.
    public let requestTimeout: Duration

    /// The limits of one socket.
    public init(connections: Int, idleTimeout: Duration, requestTimeout: Duration) {
        self.connections = connections
        self.idleTimeout = idleTimeout
        self.requestTimeout = requestTimeout
    }
}
