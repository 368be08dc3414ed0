/// The exclusive use of one connection of a pool, given back when it goes out of scope.
///
/// Do not keep ``connection`` beyond the lease: it belongs to someone else then.
public struct Lease: ~Copyable, Sendable {
    /// The leased connection.
    public let connection: LDAPConnection

    private let pool: ConnectionPool

    init(connection: LDAPConnection, pool: ConnectionPool) {
        self.connection = connection
        self.pool = pool
    }

    /// Gives the place back but not the connection, which is closed: for one whose state is in doubt.
    public consuming func discard() {
        connection.guarded.sever(.broken)
    }

    deinit {
        pool.giveBack(connection)
    }
}
