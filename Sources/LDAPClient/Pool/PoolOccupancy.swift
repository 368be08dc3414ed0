/// How busy a pool is at one moment.
public struct PoolOccupancy: Sendable, Hashable {
    /// Connections in use or being opened.
    public let leased: Int
    /// Connections open and waiting for work.
    public let idle: Int
    /// Callers waiting for a connection.
    public let waiting: Int

    /// Makes a value, to compare with.
    public init(leased: Int, idle: Int, waiting: Int) {
        self.leased = leased
        self.idle = idle
        self.waiting = waiting
    }
}
