/// The callers that wait for a connection, in the order they came.
struct PoolQueue {
    private var waiters: [PoolWaiter] = []

    var count: Int { waiters.count }

    /// Queues a caller up.
    mutating func add() -> PoolWaiter {
        let waiter = PoolWaiter()
        waiters.append(waiter)
        return waiter
    }

    /// Forgets a waiter that gave up.
    mutating func remove(_ waiter: PoolWaiter) {
        waiters.removeAll { $0 === waiter }
    }

    /// Offers `grant` to one after the other.
    ///
    /// - Returns: Whether one took it.
    mutating func grant(_ grant: PoolGrant) -> Bool {
        while !waiters.isEmpty {
            if waiters.removeFirst().resolve(.success(grant)) { return true }
        }
        return false
    }

    /// Ends all waits.
    mutating func end(_ error: LDAPError) {
        waiters.forEach { $0.resolve(.failure(error)) }
        waiters.removeAll()
    }
}
