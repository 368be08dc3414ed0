/// What a pool knows; changed with its lock held only.
struct PoolState {
    private let size: Int
    private let maximumWaiting: Int

    private var idle: [IdleConnection] = []
    /// Places taken: connections leased, idle or being opened.
    private var taken = 0
    private var queue = PoolQueue()
    private var opening = 0
    /// Whether the credentials were accepted by a bind that no refusal followed, and a connection is left to show for it.
    private var isProven = false
    private var isClosed = false

    init(size: Int, maximumWaiting: Int) {
        self.size = size
        self.maximumWaiting = maximumWaiting
    }

    private var established: Int { taken - opening }

    /// Many binds at once with a wrong password would lock the account before the first refusal is known.
    private var mayOpen: Bool { !isClosed && taken < size && (isProven || opening == 0) }

    /// How busy the pool is.
    var occupancy: PoolOccupancy {
        PoolOccupancy(leased: taken - idle.count, idle: idle.count, waiting: queue.count)
    }

    /// Finds the quickest way to a connection. The one used last comes first: it is the likeliest to be alive.
    mutating func claim() throws(LDAPError) -> PoolClaim {
        guard !isClosed else { throw .poolClosed }
        if let last = idle.popLast() { return .use(last.connection) }
        if mayOpen {
            beginOpening()
            return .open
        }
        // Whoever waits for the outcome of the first bind will find a free place and does not count as queueing.
        guard taken + queue.count < size + maximumWaiting else { throw .poolExhausted }
        return .wait(queue.add())
    }

    /// Takes idle connections out; their places may be taken at once.
    ///
    /// - Returns: The connections, to be let go without the lock.
    mutating func removeIdle(where isUnwanted: (IdleConnection) -> Bool) -> [IdleConnection] {
        var kept: [IdleConnection] = []
        var unwanted: [IdleConnection] = []
        // Asked once for each: the answer may change meanwhile.
        for connection in idle {
            if isUnwanted(connection) { unwanted.append(connection) } else { kept.append(connection) }
        }
        idle = kept
        lose(unwanted.count)
        return unwanted
    }

    /// Notes that a connection was opened, and who may open another one now.
    mutating func opened() {
        opening -= 1
        isProven = true
        admit()
    }

    /// Gives up the place of a connection that could not be opened.
    ///
    /// - Parameter isConclusive: Whether the next caller would fare no better; those who waited for the outcome of the
    ///   first bind then share it.
    mutating func failed(_ error: LDAPError, isConclusive: Bool) {
        opening -= 1
        taken -= 1
        if error.isRefusal { isProven = false }
        if isConclusive, !isProven { queue.end(error) }
        admit()
    }

    /// Notes that the credentials were refused outside of the pool's own connections: the next bind is a first one again.
    mutating func refused() {
        isProven = false
    }

    /// Passes a connection on to the first in the queue, or keeps it.
    mutating func put(_ connection: LDAPConnection, at now: ContinuousClock.Instant) {
        guard !isClosed else { return lose(1) }
        if !queue.grant(.connection(connection)) { idle.append(IdleConnection(connection: connection, since: now)) }
    }

    /// Passes the place of a connection that was dropped on to the first in the queue, or frees it.
    mutating func freePlace() {
        lose(1)
        admit()
    }

    /// Forgets a waiter that gave up.
    ///
    /// - Returns: What to tell it: without any connection established, it waited for a server and not for its turn.
    mutating func remove(_ waiter: PoolWaiter, after error: LDAPError) -> LDAPError {
        queue.remove(waiter)
        guard case .deadlineExceeded = error, established > 0 else { return error }
        return .poolExhausted
    }

    /// Ends all waits.
    ///
    /// - Returns: The idle connections, to be let go without the lock.
    mutating func close() -> [IdleConnection] {
        isClosed = true
        queue.end(.poolClosed)
        lose(idle.count)
        defer { idle.removeAll() }
        return idle
    }
}

extension PoolState {
    private mutating func beginOpening() {
        taken += 1
        opening += 1
    }

    /// Credentials may have been changed since the last connection was bound, so the next bind is a first one again.
    private mutating func lose(_ count: Int) {
        taken -= count
        if established == 0 { isProven = false }
    }

    private mutating func admit() {
        while mayOpen, queue.grant(.place) { beginOpening() }
    }
}
