internal import Synchronization

/// A fixed number of connections to one directory, shared by many callers.
///
/// Connections are opened when first needed, and kept. They lead to the preferred server of those that work: one that
/// fails is left alone for a while (``FailoverTiming``), and is gone back to when ``checkServers(deadline:)`` found it
/// well several times. An idle connection is looked at before it is leased (one system call); broken ones, those idle for
/// longer than ``idleLimit``, and those to a server that is not the one to use any more are dropped. When all are leased,
/// callers queue, up to a limit.
///
/// Repeated wrong binds lock the service account. So when a server refuses the credentials, no further connection is
/// opened for a while and callers get the same answer at once; connections that are bound already keep working. And as
/// long as none is, or none was bound since a refusal, one connection is opened at a time: other callers wait for its
/// outcome and, when that is bad news about the server or the credentials, share it.
public final class ConnectionPool: Sendable {
    let source: ServerSource
    let identity: PoolIdentity
    let holdOff: BindHoldOff
    let state: Mutex<PoolState>
    let servers: Mutex<ServerTable>
    let isChecking = Atomic(false)
    let now: @Sendable () -> ContinuousClock.Instant

    /// The longest that a connection stays in the pool without work; firewalls drop idle ones without a word, and a
    /// request sent over such a one would find out at its deadline only.
    public static let idleLimit = Duration.seconds(60)

    /// Makes a pool; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - source: Where to learn which servers the directory has.
    ///   - credentials: Who every connection acts as.
    ///   - alternative: The same with another password, for where a server says that the first one is wrong.
    ///   - size: The most connections open at a time, 1 or more.
    ///   - maximumWaiting: The most callers in the queue; the next one gets ``LDAPError/poolExhausted``.
    ///   - holdOff: How long not to bind again after the credentials were refused.
    ///   - now: The clock of the hold-off, of idleness and of ``FailoverTiming``, for tests.
    /// - Throws: What ``ConnectionSettings/validate(for:)`` finds, or ``LDAPError/invalid(_:)``.
    public init(
        source: ServerSource,
        credentials: Credentials,
        otherwise alternative: Credentials? = nil,
        size: Int,
        maximumWaiting: Int,
        holdOff: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws(LDAPError) {
        guard size > 0, maximumWaiting >= 0 else { throw .invalid("a pool needs at least one connection") }
        try source.validate(for: credentials)
        var table = ServerTable()
        if case .fixed(let list) = source { table.replace(with: list, at: now()) }
        self.source = source
        identity = PoolIdentity(credentials, otherwise: alternative)
        self.now = now
        state = Mutex(PoolState(size: size, maximumWaiting: maximumWaiting))
        servers = Mutex(table)
        self.holdOff = BindHoldOff(length: holdOff, now: now)
    }

    /// Makes a pool that leads to a fixed list of servers, the preferred one first; at least one.
    ///
    /// - Throws: As ``init(source:credentials:otherwise:size:maximumWaiting:holdOff:now:)``.
    public convenience init(
        servers: [ConnectionSettings],
        credentials: Credentials,
        size: Int,
        maximumWaiting: Int,
        holdOff: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws(LDAPError) {
        try self.init(
            source: .fixed(servers), credentials: credentials, size: size, maximumWaiting: maximumWaiting,
            holdOff: holdOff, now: now)
    }

    /// How busy the pool is.
    public var occupancy: PoolOccupancy {
        state.withLock { $0.occupancy }
    }

    /// Lends a bound connection that was alive a moment ago.
    ///
    /// - Throws: ``LDAPError/poolExhausted`` when the queue is full or no connection became free in time;
    ///   ``LDAPError/deadlineExceeded(sent:)`` when no server answered in time; ``LDAPError/avoided(_:_:)`` when every
    ///   server is one to avoid; ``LDAPError/poolClosed``, ``LDAPError/cancelled(sent:)``, or why the preferred server
    ///   could not be used when none could.
    public func lease(deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        let cutter = try Cutter.shared()
        let limit = now() - Self.idleLimit
        drop { $0.since <= limit }
        while true {
            switch try state.withLock({ state throws(LDAPError) in try state.claim() }) {
            case .use(let connection):
                if connection.isIdleAndAlive, isWorthKeeping(connection) { return lend(connection) }
                freePlace()
            case .open: return try await openLease(deadline)
            case .wait(let waiter):
                if let connection = try await wait(waiter, deadline, cutter) { return lend(connection) }
                return try await openLease(deadline)
            }
        }
    }

    /// Closes idle connections now and leased ones when they come back; waiting callers get ``LDAPError/poolClosed``.
    public func close() {
        _ = state.withLock { $0.close() }
    }

    func lend(_ connection: LDAPConnection) -> Lease {
        Lease(connection: connection, pool: self, since: now())
    }

    func giveBack(_ connection: LDAPConnection, lentAt: ContinuousClock.Instant) {
        guard connection.isUsable else {
            noteLoss(of: connection, lentAt: lentAt)
            return freePlace()
        }
        guard isWorthKeeping(connection) else { return freePlace() }
        state.withLock { $0.put(connection, at: now()) }
    }

    /// Lets idle connections go.
    func drop(where isUnwanted: (IdleConnection) -> Bool) {
        _ = state.withLock { $0.removeIdle(where: isUnwanted) }
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
