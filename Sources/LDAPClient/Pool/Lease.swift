/// The exclusive use of one connection of a pool, given back when it goes out of scope.
///
/// Do not keep ``connection`` beyond the lease: it belongs to someone else then.
public struct Lease: ~Copyable, Sendable {
    /// The leased connection.
    public let connection: LDAPConnection

    private let pool: ConnectionPool
    private let since: ContinuousClock.Instant

    init(connection: LDAPConnection, pool: ConnectionPool, since: ContinuousClock.Instant) {
        self.connection = connection
        self.pool = pool
        self.since = since
    }

    /// Gives the place back but not the connection, which is closed: for one whose state is in doubt.
    public consuming func discard() {
        connection.guarded.sever(.closed)
    }

    deinit {
        pool.giveBack(connection, lentAt: since)
    }
}
