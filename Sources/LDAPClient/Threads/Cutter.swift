internal import Threads

/// The one thread that ends operations at their deadlines.
///
/// Arming costs a lock and an entry in a table: the thread is woken only for a deadline earlier than the one it sleeps
/// for, and deadlines that were disarmed in the meantime are found out when it wakes by itself.
final class Cutter: @unchecked Sendable {
    // Unchecked: both are used only with the monitor's lock held.
    private var armed: [ObjectIdentifier: (deadline: ContinuousClock.Instant, target: any Expiring)] = [:]
    private var wakesAt: ContinuousClock.Instant?

    private let monitor = Monitor()

    private init() throws(LDAPError) {
        try DetachedThread.begin { [self] in run() }
    }

    private static let made = Result { () throws(LDAPError) -> Cutter in try Cutter() }

    /// The process's cutter; its thread starts at the first use.
    static func shared() throws(LDAPError) -> Cutter {
        try made.get()
    }

    /// Ends `target` at `deadline`, unless it is disarmed before.
    func arm(_ target: any Expiring, until deadline: ContinuousClock.Instant) {
        monitor.withLock {
            armed[ObjectIdentifier(target)] = (deadline, target)
            if let wakesAt, wakesAt <= deadline { return }
            monitor.signal()
        }
    }

    /// Takes back the deadline of `target`, then lets `body` look at it with the lock held.
    func disarm<Target: Expiring, Result>(_ target: Target, _ body: (Target) -> Result) -> Result {
        monitor.withLock {
            armed[ObjectIdentifier(target)] = nil
            return body(target)
        }
    }

    /// Changes or asks `cut` with the lock held.
    func with<Result, Failure: Error>(
        _ cut: Cut, _ body: (Cut) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try monitor.withLock { () throws(Failure) -> Result in try body(cut) }
    }

    private func run() {
        monitor.withLock {
            while true {
                expireOverdue()
                wakesAt = armed.values.lazy.map(\.deadline).min()
                if let wakesAt { monitor.wait(until: wakesAt) } else { monitor.wait() }
            }
        }
    }

    private func expireOverdue() {
        let now = ContinuousClock.now
        for (identifier, entry) in armed where entry.deadline <= now {
            armed[identifier] = nil
            entry.target.expire()
        }
    }
}
