/// What a pool knows; changed with its lock held only.
struct PoolState {
    /// What a caller may do next.
    enum Claim {
        case use(LDAPConnection)
        case open
        case wait(PoolWaiter)
    }

    private(set) var idle: [LDAPConnection] = []
    /// Places taken: connections leased, idle or being opened.
    private(set) var taken = 0
    private(set) var waiters: [PoolWaiter] = []
    private(set) var isClosed = false

    /// Finds the quickest way to a connection. The one used last comes first: it is the likeliest to be alive.
    mutating func claim(size: Int, maximumWaiting: Int) throws(LDAPError) -> Claim {
        guard !isClosed else { throw .poolClosed }
        if let connection = idle.popLast() { return .use(connection) }
        if taken < size {
            taken += 1
            return .open
        }
        guard waiters.count < maximumWaiting else { throw .poolExhausted }
        let waiter = PoolWaiter()
        waiters.append(waiter)
        return .wait(waiter)
    }

    /// Passes a connection on to the first in the queue, or keeps it.
    mutating func put(_ connection: LDAPConnection) {
        guard !isClosed else { return taken -= 1 }
        if !grant(.connection(connection)) { idle.append(connection) }
    }

    /// Passes a free place on to the first in the queue, or frees it.
    mutating func freePlace() {
        if isClosed || !grant(.place) { taken -= 1 }
    }

    /// Forgets a waiter that gave up.
    mutating func remove(_ waiter: PoolWaiter) {
        waiters.removeAll { $0 === waiter }
    }

    /// Ends all waits.
    ///
    /// - Returns: The idle connections, to be let go without the lock.
    mutating func close() -> [LDAPConnection] {
        isClosed = true
        waiters.forEach { $0.resolve(.failure(.poolClosed)) }
        waiters.removeAll()
        taken -= idle.count
        defer { idle.removeAll() }
        return idle
    }

    private mutating func grant(_ grant: PoolWaiter.Grant) -> Bool {
        while !waiters.isEmpty {
            if waiters.removeFirst().resolve(.success(grant)) { return true }
        }
        return false
    }
}
