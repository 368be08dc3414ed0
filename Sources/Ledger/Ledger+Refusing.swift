public import Requests
internal import SystemdLink

/// Recording requests that came to no write.
extension Ledger {
    /// Tells that a request was turned down or could not be carried out, and makes the answer of it.
    ///
    /// A request that was taken ends here: that is on disk when this returns, and answers the request when it comes
    /// again. Where it cannot be recorded that a request was refused for good, the answer is
    /// ``Requests/Refusal/auditUnavailable(_:)`` instead, and the request may come again. The record of one that was
    /// not taken comes soon after.
    public func refuse(_ refusal: Refusal, story: Story) async -> Outcome {
        guard let identity = story.identity, let claim = core.claims.claim(on: identity) else {
            return turnDown(refusal, story: story)
        }
        let reply = Reply(refusal: refusal, story: story, contact: contact)
        let state = RequestState(refusal)
        let change = claim.fingerprint.map { RowChange.ended(identity, $0, state, reply) }
        do throws(LedgerError) {
            let entry = entry(Record.entry(refusal, story), story)
            try await core.record(Submission(.outcome, entry, change))
        } catch {
            if state == .refused { return withhold(identity, because: error, story) }
            // Nothing was written, and the request may come again: that needs no record to stay true.
        }
        core.claims.release(identity, .answered(reply, state.outcome))
        return Outcome(recorded: reply)
    }

    /// Ends a request whose refusal is on no record: who heard of it could be told otherwise the next time.
    private func withhold(_ identity: RequestIdentity, because failure: LedgerError, _ story: Story) -> Outcome {
        let refusal = Refusal.auditUnavailable(failure.description)
        core.claims.release(identity, .refused(refusal))
        return turnDown(refusal, story: story)
    }

    /// Tells that an account's status was told, and makes the answer of it. The record comes soon after.
    public func answer(_ report: StatusReport, story: Story) async -> Outcome {
        var entry = Record.entry(.statusAnswered, "status of \(story.subject) told")
        entry.append("WRITEBACK_OUTCOME", OutcomeKind.answered.rawValue)
        core.enqueue(Submission(.other, self.entry(entry, story)))
        return Outcome(recorded: Reply(report: report, story: story))
    }
}
