internal import Synchronization

/// A fixed number of connections to one directory, shared by many callers.
///
/// Connections are opened when first needed, to the first server of the list that can be reached, and kept. An idle one
/// is looked at before it is leased (one system call); broken ones are dropped. When all are leased, callers queue, up to
/// a limit.
///
/// When a server refuses the credentials, no further connection is opened for a while and callers get the same answer at
/// once: repeated wrong binds lock the service account. Connections that are bound already keep working.
public final class ConnectionPool: Sendable {
    let servers: [ConnectionSettings]
    let credentials: Credentials
    private let size: Int
    private let maximumWaiting: Int
    let holdOff: BindHoldOff
    private let state = Mutex(PoolState())

    /// Makes a pool; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - servers: Servers of one directory, the preferred one first; at least one.
    ///   - credentials: Who every connection acts as.
    ///   - size: The most connections open at a time, 1 or more.
    ///   - maximumWaiting: The most callers in the queue; the next one gets ``LDAPError/poolExhausted``.
    ///   - holdOff: How long not to bind again after the credentials were refused.
    ///   - now: The clock of the hold-off, for tests.
    /// - Throws: What ``ConnectionSettings/validate()`` finds, or ``LDAPError/invalid(_:)``.
    public init(
        servers: [ConnectionSettings],
        credentials: Credentials,
        size: Int,
        maximumWaiting: Int,
        holdOff: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws(LDAPError) {
        guard !servers.isEmpty, size > 0, maximumWaiting >= 0 else {
            throw .invalid("a pool needs a server and at least one connection")
        }
        for server in servers { try server.validate() }
        self.servers = servers
        self.credentials = credentials
        self.size = size
        self.maximumWaiting = maximumWaiting
        self.holdOff = BindHoldOff(length: holdOff, now: now)
    }

    /// How busy the pool is.
    public var occupancy: PoolOccupancy {
        state.withLock {
            PoolOccupancy(leased: $0.taken - $0.idle.count, idle: $0.idle.count, waiting: $0.waiters.count)
        }
    }

    /// Lends a bound connection that was alive a moment ago.
    ///
    /// - Throws: ``LDAPError/poolExhausted``, ``LDAPError/poolClosed``, ``LDAPError/deadlineExceeded(sent:)`` and
    ///   ``LDAPError/cancelled(sent:)`` from the queue, or why the preferred server could not be used when none could.
    public func lease(deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        while true {
            switch try state.withLock({ state throws(LDAPError) in
                try state.claim(size: size, maximumWaiting: maximumWaiting)
            }) {
            case .use(let connection):
                if connection.isIdleAndAlive { return Lease(connection: connection, pool: self) }
                freePlace()
            case .open: return try await openLease(deadline)
            case .wait(let waiter):
                if let connection = try await wait(waiter, deadline) {
                    return Lease(connection: connection, pool: self)
                }
                return try await openLease(deadline)
            }
        }
    }

    /// Closes idle connections now and leased ones when they come back; waiting callers get ``LDAPError/poolClosed``.
    public func close() {
        _ = state.withLock { $0.close() }
    }

    func giveBack(_ connection: LDAPConnection) {
        guard connection.isUsable else { return freePlace() }
        state.withLock { $0.put(connection) }
    }

    func freePlace() {
        state.withLock { $0.freePlace() }
    }

    /// Queues up; nil means leave to open a connection.
    private func wait(_ waiter: PoolWaiter, _ deadline: ContinuousClock.Instant) async throws(LDAPError)
        -> LDAPConnection?
    {
        do {
            switch try await waiter.outcome(by: deadline, try Cutter.shared()).get() {
            case .connection(let connection): return connection
            case .place: return nil
            }
        } catch {
            state.withLock { $0.remove(waiter) }
            throw error
        }
    }
}
