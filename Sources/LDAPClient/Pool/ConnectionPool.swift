internal import Synchronization

/// A fixed number of connections to one directory, shared by many callers.
///
/// Connections are opened when first needed, to the first server of the list that answers, and kept. An idle one is looked
/// at before it is leased (one system call); broken ones, and those idle for longer than ``idleLimit``, are dropped. When
/// all are leased, callers queue, up to a limit.
///
/// Repeated wrong binds lock the service account. So when a server refuses the credentials, no further connection is
/// opened for a while and callers get the same answer at once; connections that are bound already keep working. And as
/// long as none is, or none was bound since a refusal, one connection is opened at a time: other callers wait for its
/// outcome and, when that is bad news about the server or the credentials, share it.
public final class ConnectionPool: Sendable {
    let servers: [ConnectionSettings]
    let credentials: Credentials
    let holdOff: BindHoldOff
    let state: Mutex<PoolState>
    private let now: @Sendable () -> ContinuousClock.Instant

    /// The longest that a connection stays in the pool without work; firewalls drop idle ones without a word, and a
    /// request sent over such a one would find out at its deadline only.
    public static let idleLimit = Duration.seconds(60)

    /// Makes a pool; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - servers: Servers of one directory, the preferred one first; at least one.
    ///   - credentials: Who every connection acts as.
    ///   - size: The most connections open at a time, 1 or more.
    ///   - maximumWaiting: The most callers in the queue; the next one gets ``LDAPError/poolExhausted``.
    ///   - holdOff: How long not to bind again after the credentials were refused.
    ///   - now: The clock of the hold-off and of idleness, for tests.
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
        state = Mutex(PoolState(size: size, maximumWaiting: maximumWaiting))
        self.now = now
        self.holdOff = BindHoldOff(length: holdOff, now: now)
    }

    /// How busy the pool is.
    public var occupancy: PoolOccupancy {
        state.withLock { $0.occupancy }
    }

    /// Lends a bound connection that was alive a moment ago.
    ///
    /// - Throws: ``LDAPError/poolExhausted`` when the queue is full or no connection became free in time;
    ///   ``LDAPError/deadlineExceeded(sent:)`` when no server answered in time; ``LDAPError/poolClosed``,
    ///   ``LDAPError/cancelled(sent:)``, or why the preferred server could not be used when none could.
    public func lease(deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        let cutter = try Cutter.shared()
        _ = state.withLock { $0.removeIdle(since: now() - Self.idleLimit) }
        while true {
            switch try state.withLock({ state throws(LDAPError) in try state.claim() }) {
            case .use(let connection):
                if connection.isIdleAndAlive { return Lease(connection: connection, pool: self) }
                freePlace()
            case .open: return try await openLease(deadline)
            case .wait(let waiter):
                if let connection = try await wait(waiter, deadline, cutter) {
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
        state.withLock { $0.put(connection, at: now()) }
    }

    private func freePlace() {
        state.withLock { $0.freePlace() }
    }

    /// Queues up; nil means leave to open a connection.
    private func wait(
        _ waiter: PoolWaiter, _ deadline: ContinuousClock.Instant, _ cutter: Cutter
    ) async throws(LDAPError) -> LDAPConnection? {
        do {
            switch try await waiter.outcome(by: deadline, cutter).get() {
            case .connection(let connection): return connection
            case .place: return nil
            }
        } catch {
            throw state.withLock { $0.remove(waiter, after: error) }
        }
    }
}
