internal import Requests
internal import SystemdLink

/// The one thread that writes into the ledger: whatever waits goes to disk together.
final class LedgerWriter {
    /// How often a ledger that takes nothing is tried again.
    private static let pause: Duration = .seconds(1)

    let core: LedgerCore
    let store: LedgerStore
    /// When is looked next for records that are too old.
    var nextPruning = ContinuousClock.now + interval
    /// The last record that was removed, while there may be more to remove.
    var pruned: ChainLink?
    private var nextAttempt: ContinuousClock.Instant

    init(core: LedgerCore, store: LedgerStore) {
        self.core = core
        self.store = store
        nextAttempt = .now + Self.pause
    }

    /// Writes until no more is taken and nothing waits.
    func run() {
        while let batch = core.submissions.next(waitingAtMost: pruned == nil ? Self.pause : .zero) {
            revive()
            if !batch.submissions.isEmpty { commit(batch.submissions) }
            if batch.dropped > 0 { tellDropped(batch.dropped) }
            prune(isAsked: !batch.prunings.isEmpty)
            for waiter in batch.prunings { waiter.resume() }
        }
    }

    /// Once a second: opens again what failed, and looks whether there is room again.
    private func revive() {
        guard let failure = core.failure, .now >= nextAttempt else { return }
        nextAttempt = .now + Self.pause
        guard failure.mayPass else { return store.disconnect() }
        do throws(LedgerError) {
            if !store.isConnected { try connect() }
            try FreeSpace.check(core.settings.path)
            guard core.set(nil) else { return }
            commit([.event(.ledgerRecovered, "the ledger takes records again; before: \(failure.reason)")])
        } catch {
            // Half open is as good as closed; where only room is lacking it stays open, for the ends of writes.
            if case .full = error {} else { store.disconnect() }
            core.set(error)
        }
    }

    private func connect() throws(LedgerError) {
        try store.connect(now: core.settings.now().seconds)
        core.readers = try LedgerReaders(path: store.path)
        core.shipping.begin(head: store.head.sequence, shipped: store.shipped)
    }

    /// Records what can be recorded, and tells those who wait what became of theirs.
    func commit(_ submissions: [Submission]) {
        let (accepted, refused, shortage) = divide(submissions)
        if let shortage { fail(refused, shortage) }
        guard !accepted.isEmpty else { return }
        guard store.isConnected, core.failure?.mayPass != false else {
            return fail(accepted, core.failure ?? .closed)
        }
        do throws(LedgerError) {
            let time = core.settings.now().seconds
            core.shipping.add(try store.commit(accepted, at: time, shipped: core.shipping.shipped))
            for submission in accepted { submission.waiter?.resume(returning: nil) }
        } catch {
            store.disconnect()
            fail(accepted, error)
        }
    }

    /// Holds back the writes that would begin with no room for their ends.
    private func divide(_ submissions: [Submission]) -> ([Submission], [Submission], LedgerError?) {
        guard submissions.contains(where: { $0.kind == .intent }) else { return (submissions, [], nil) }
        do throws(LedgerError) {
            try FreeSpace.check(core.settings.path)
            return (submissions, [], nil)
        } catch {
            let others = submissions.filter { $0.kind != .intent }
            return (others, submissions.filter { $0.kind == .intent }, error)
        }
    }

    /// Tells those who wait, and tells the journal what the ledger does not take.
    func fail(_ submissions: [Submission], _ failure: LedgerError) {
        if core.fail(failure) { nextAttempt = .now + Self.pause }
        for submission in submissions {
            if submission.kind != .intent { core.tellUnrecorded(submission) }
            submission.waiter?.resume(returning: failure)
        }
    }

    private func tellDropped(_ count: Int) {
        commit([
            .event(
                .recordsLost, "\(count) records were lost: too many waited",
                fields: ["WRITEBACK_LOST_REFUSALS": String(count)])
        ])
    }
}
