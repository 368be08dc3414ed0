internal import Ledger
internal import Requests
internal import Synchronization

/// Since when the writes that were looked for have not shown.
final class Absences: Sendable {
    private let begun = Mutex<[RequestIdentity: (intent: Timestamp, since: ContinuousClock.Instant)]>([:])

    /// When `write` was first looked for and not seen: now, unless it was before.
    func begin(of write: UnsettledWrite) -> ContinuousClock.Instant {
        begun.withLock { begun in
            if let known = begun[write.identity], known.intent == write.begun { return known.since }
            let now = ContinuousClock.now
            begun[write.identity] = (write.begun, now)
            return now
        }
    }

    /// Forgets `write`, whose end is known.
    func end(of write: UnsettledWrite) {
        begun.withLock { $0[write.identity] = nil }
    }
}
