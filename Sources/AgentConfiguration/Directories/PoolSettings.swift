/// The keys of `[directory.NAME]` that say how many connections to it there are, and how long they may take.
public struct PoolSettings: Sendable, Equatable {
    /// How many connections are open at most.
    public let connections: Int
    /// How many requests may wait for one.
    public let waiting: Int
    /// How long reaching a server may take, with the TLS handshake.
    public let connectTimeout: Duration
    /// How long one operation at a server may take.
    public let operationTimeout: Duration
    /// How long a write that got no answer may still come to show.
    public let settlingTime: Duration

    init(_ table: TableReader, socket: SocketSettings) {
        connections = table.integer("connections", default: 4, in: 1...64)
        waiting = table.integer("waiting", default: 64, in: 0...1024)
        connectTimeout = table.duration(
            "connect_timeout", default: .seconds(3), in: .milliseconds(100)...(.seconds(30)))
        operationTimeout = table.duration(
            "operation_timeout", default: .seconds(5), in: .milliseconds(100)...(.seconds(60)))
        settlingTime = table.duration("settling_time", default: .seconds(30), in: .seconds(1)...(.seconds(600)))
        socket.check(connectTimeout, at: "connect_timeout", of: table)
        socket.check(operationTimeout, at: "operation_timeout", of: table)
    }
}
