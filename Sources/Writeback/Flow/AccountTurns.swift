internal import Requests
internal import Synchronization

/// One at a time for each account: directories answer concurrent writes to one entry with errors.
///
/// Those who wait for the name that a request used hold no connection, so that one busy account cannot starve the others;
/// only who calls it by another of its names does.
public final class AccountTurns: Sendable {
    /// Requests that may wait for one account; one more is refused.
    public static let queueLimit = 64

    private typealias Waiter = (id: UInt64, continuation: CheckedContinuation<Bool, Never>)

    private struct State {
        var queues: [String: [Waiter]] = [:]
        var nextID: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Nobody's turn yet.
    public init() {}

    /// Waits until `account` is free, but not beyond `deadline`.
    ///
    /// - Throws: ``Refusal/accountBusy`` when the queue is full or the deadline passes.
    func take(_ account: String, deadline: ContinuousClock.Instant) async throws(Refusal) -> Turn {
        if tryTake(account) { return Turn(turns: self, account: account, hasWaited: false) }
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let isMine = await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.giveUp(id, account, at: deadline) }
            let isMine = await wait(id, account, until: deadline)
            group.cancelAll()
            return isMine
        }
        guard isMine else { throw .accountBusy }
        return Turn(turns: self, account: account, hasWaited: true)
    }

    private func tryTake(_ account: String) -> Bool {
        state.withLock { state in
            guard state.queues[account] == nil else { return false }
            state.queues[account] = []
            return true
        }
    }

    private func wait(_ id: UInt64, _ account: String, until deadline: ContinuousClock.Instant) async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                guard let queue = state.queues[account] else {
                    state.queues[account] = []
                    return true
                }
                // Whoever queued up after giveUp had looked for them would wait beyond the deadline.
                guard queue.count < Self.queueLimit, .now < deadline, !Task.isCancelled else { return false }
                state.queues[account] = queue + [(id, continuation)]
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func giveUp(_ id: UInt64, _ account: String, at deadline: ContinuousClock.Instant) async {
        // Ends early when the turn has come, and then finds nobody, or when the request is cancelled.
        try? await ContinuousClock().sleep(until: deadline)
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.queues[account]?.firstIndex(where: { $0.id == id }) else { return nil }
            return state.queues[account]?.remove(at: index)
        }
        waiter?.continuation.resume(returning: false)
    }

    func end(_ account: String) {
        let next = state.withLock { state -> Waiter? in
            guard var queue = state.queues[account], !queue.isEmpty else {
                state.queues[account] = nil
                return nil
            }
            let next = queue.removeFirst()
            state.queues[account] = queue
            return next
        }
        next?.continuation.resume(returning: true)
    }
}
