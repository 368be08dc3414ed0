internal import Requests
internal import Synchronization

/// Which requests are being carried out, so that none is twice at once.
final class Claims: Sendable {
    /// Who may wait for one request, and in all; one more is turned away.
    static let (waitersPerRequest, waiters) = (64, 1024)

    private struct State {
        var claims: [RequestIdentity: Claim] = [:]
        var waiting = 0
        var nextID: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Takes `identity` for the caller, who must ``release(_:_:)`` it.
    ///
    /// - Parameter fingerprint: Nil for the ledger itself.
    func attempt(_ identity: RequestIdentity, _ fingerprint: RequestFingerprint?) -> ClaimAttempt {
        state.withLock { state in
            guard let claim = state.claims[identity] else {
                state.claims[identity] = Claim(fingerprint: fingerprint)
                return .mine
            }
            guard let present = claim.fingerprint, let fingerprint else { return .inFlight }
            guard present.details == fingerprint.details else { return .conflict(.details) }
            return present.passwords == fingerprint.passwords ? .inFlight : .conflict(.passwords)
        }
    }

    func isClaimed(_ identity: RequestIdentity) -> Bool {
        state.withLock { $0.claims[identity] != nil }
    }

    /// The claim on `identity`, without those who wait.
    func claim(on identity: RequestIdentity) -> Claim? {
        state.withLock { $0.claims[identity] }
    }

    /// Ends the claim on `identity` and tells those who wait; nil lets them try for themselves.
    func release(_ identity: RequestIdentity, _ end: ClaimEnd?) {
        let waiters = state.withLock { state in
            let waiters = state.claims.removeValue(forKey: identity)?.waiters ?? []
            state.waiting -= waiters.count
            return waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: end.map { .ended($0) } ?? .free) }
    }

    /// Waits until `identity` is released, but not beyond `deadline`.
    func wait(for identity: RequestIdentity, until deadline: ContinuousClock.Instant) async -> ClaimWait {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.giveUp(id, identity, at: deadline) }
            let end = await queueUp(id, identity, until: deadline)
            group.cancelAll()
            return end
        }
    }

    private func queueUp(
        _ id: UInt64, _ identity: RequestIdentity, until deadline: ContinuousClock.Instant
    ) async -> ClaimWait {
        await withCheckedContinuation { continuation in
            let answer: ClaimWait? = state.withLock { state in
                guard let count = state.claims[identity]?.waiters.count else { return .free }
                // Whoever queued up after giveUp had looked for them would wait beyond the deadline.
                guard count < Self.waitersPerRequest, state.waiting < Self.waiters, .now < deadline, !Task.isCancelled
                else { return .givenUp }
                state.claims[identity]?.waiters.append((id, continuation))
                state.waiting += 1
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func giveUp(_ id: UInt64, _ identity: RequestIdentity, at deadline: ContinuousClock.Instant) async {
        // Ends early when the answer has come, and then finds nobody, or when the request is cancelled.
        try? await ContinuousClock().sleep(until: deadline)
        let waiter = state.withLock { state -> Claim.Waiter? in
            guard let index = state.claims[identity]?.waiters.firstIndex(where: { $0.id == id }) else { return nil }
            state.waiting -= 1
            return state.claims[identity]?.waiters.remove(at: index)
        }
        waiter?.continuation.resume(returning: .givenUp)
    }
}
