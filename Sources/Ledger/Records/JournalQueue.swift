internal import SystemdLink
internal import Synchronization

/// Journal entries on their way: in order, and kept while the journal takes none.
///
/// A journal that hangs costs a send its whole timeout, so after a failure nothing is tried for ``pause``.
final class JournalQueue: Sendable {
    /// How many entries about refusals are kept while the journal is away; entries about writes are always kept.
    static let capacity = 10_000
    /// How long after a failed send the next is tried.
    static let pause: Duration = .seconds(1)

    private struct State {
        var waiting: [JournalEntry] = []
        var dropped = 0
        var failure: JournalError?
        var failedAt: ContinuousClock.Instant?
    }

    private let sender: JournalSender
    private let state = Mutex(State())

    init(sender: JournalSender) {
        self.sender = sender
    }

    /// Why the journal takes nothing, or nil while it does.
    var failure: JournalError? { state.withLock { $0.failure } }

    /// Sends `entry` now, after all that wait, or throws and forgets it.
    func send(_ entry: JournalEntry) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            try sendWaiting(&state)
            try attempt(entry, &state)
        }
    }

    /// Sends `entry` now or keeps it until the journal is back; `isWrite` exempts it from the ``capacity``.
    func keep(_ entry: JournalEntry, isWrite: Bool) {
        state.withLock { state in
            do throws(JournalError) {
                try sendWaiting(&state)
                try attempt(entry, &state)
            } catch {
                guard isWrite || state.waiting.count < Self.capacity else { return state.dropped += 1 }
                var late = entry
                late.append("WRITEBACK_LATE", "1")
                state.waiting.append(late)
            }
        }
    }

    /// Tries again what waits, however lately it was tried; called once a second and at the end.
    func flush() {
        state.withLock { state in
            state.failedAt = nil
            do throws(JournalError) {
                try sendWaiting(&state)
            } catch {}
        }
    }

    private func sendWaiting(_ state: inout State) throws(JournalError) {
        guard state.failure != nil || !state.waiting.isEmpty else { return }
        try attempt(Self.recovery(waiting: state.waiting.count, dropped: state.dropped), &state)
        state.dropped = 0
        var sent = 0
        defer { state.waiting.removeFirst(sent) }
        for entry in state.waiting {
            try attempt(entry, &state)
            sent += 1
        }
    }

    private func attempt(_ entry: JournalEntry, _ state: inout State) throws(JournalError) {
        if let failure = state.failure, let failedAt = state.failedAt, failedAt.duration(to: .now) < Self.pause {
            throw failure
        }
        do throws(JournalError) {
            try sender.send(entry)
            (state.failure, state.failedAt) = (nil, nil)
        } catch {
            (state.failure, state.failedAt) = (error, .now)
            throw error
        }
    }

    private static func recovery(waiting: Int, dropped: Int) -> JournalEntry {
        var entry = Record.entry(
            .journalRecovered, "The journal takes entries again; \(waiting) late ones follow, \(dropped) refusals lost")
        entry.append("WRITEBACK_LATE_ENTRIES", String(waiting))
        entry.append("WRITEBACK_LOST_REFUSALS", String(dropped))
        return entry
    }
}
