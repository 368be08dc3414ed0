/// `[socket]`: how callers reach the agent, and its limits.
public struct SocketSettings: Sendable, Equatable {
    /// Where to listen when systemd hands over no socket.
    public let path: String
    /// How many connections may be open at once.
    public let connections: Int
    /// How long a connection may be silent between requests.
    public let idleTimeout: Duration
    /// How long a request may take, from its first byte to its reply.
    public let requestTimeout: Duration

    /// What holds when the file says nothing, or cannot be read.
    public static let standard = SocketSettings(
        path: "/run/writebackd/api.sock", connections: 64, idleTimeout: .seconds(60), requestTimeout: .seconds(15))

    init(_ table: TableReader) {
        let standard = Self.standard
        path = table.value("path", .socketPath, default: standard.path)
        connections = table.integer("connections", default: standard.connections, in: 1...1024)
        idleTimeout = table.duration(
            "idle_timeout", default: standard.idleTimeout, in: .seconds(1)...(.seconds(10 * 60)))
        // Well below TimeoutStopSec= of the unit: whatever is configured, requests in flight finish before a stop.
        requestTimeout = table.duration(
            "request_timeout", default: standard.requestTimeout, in: .seconds(1)...(.seconds(30)))
    }

    private init(path: String, connections: Int, idleTimeout: Duration, requestTimeout: Duration) {
        self.path = path
        self.connections = connections
        self.idleTimeout = idleTimeout
        self.requestTimeout = requestTimeout
    }

    /// Records a finding when a step of a request, whose limit is `key` in `table`, may take as long as a whole request:
    /// the caller would be told of the deadline and never of the step that failed.
    func check(_ timeout: Duration, at key: String, of table: TableReader) {
        guard timeout >= requestTimeout, table.isSound(key), table.findings.isSound("socket.request_timeout") else {
            return
        }
        table.report(key, "must be below socket.request_timeout, which is \(requestTimeout.settingText)")
    }
}
