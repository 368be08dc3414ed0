internal import Authorisation
internal import Directories
internal import Ledger
internal import Requests

/// A request whose write was begun before and whose end is not known: first the truth, then, if nothing was done, the
/// write.
extension WritebackFlow {
    func resume(_ reopened: consuming Reopened, _ story: inout Story) async throws(Refusal) -> Outcome {
        story.directory = reopened.write.account.directory
        story.account = reopened.write.account
        let cause = reopened.write.cause ?? .agentStopped
        switch await truth(about: reopened, until: story.deadline) {
        case .done(let receipt): return await ledger.settle(reopened, as: .applied(receipt), story: story)
        // Passwords that cannot be compared with the first ones prove nothing by not being the account's.
        case _ where !reopened.isComparable: return await ledger.settle(reopened, as: .unknown(cause), story: story)
        case .open(let uncertainty): return await ledger.settle(reopened, as: .unknown(uncertainty), story: story)
        case .notDone: return try await carryOut(ledger.foundUndone(reopened), &story)
        }
    }

    /// Until the truth is known nothing may end the request: whatever stands in the way of looking leaves it open.
    private func truth(about reopened: borrowing Reopened, until deadline: ContinuousClock.Instant) async -> Truth {
        let account = reopened.write.account
        do throws(Refusal) {
            let directory = try directories.directory(named: account.directory)
            let turn = try await turns.take(account.key, deadline: deadline)
            defer { turn.end() }
            return await directory.truth(
                about: reopened.write, work: reopened.authorised.request.work, deadline: deadline)
        } catch {
            return .open(reopened.write.cause ?? .agentStopped)
        }
    }
}
