public import Requests
internal import SystemdLink

/// Recording requests that came to no write.
extension Ledger {
    /// Records that a request was turned down or could not be carried out, and makes the answer of it.
    ///
    /// A request that was taken ends here: that is on disk when this returns, and answers the request when it comes
    /// again. If a write had been begun for it and nobody found out what became of it, the answer says that instead.
    public func refuse(_ refusal: Refusal, story: Story) async -> Outcome {
        let reply = Reply(refusal: refusal, story: story, contact: contact)
        let entry = entry(Record.entry(refusal, story), story)
        guard let identity = story.identity, let claim = core.claims.claim(on: identity) else {
            core.enqueue(Submission(.other, entry))
            return Outcome(recorded: reply)
        }
        if let unsettled = claim.unsettled { return leave(unsettled, because: refusal, story) }
        let state = RequestState(refusal)
        let change = claim.fingerprint.map { RowChange.ended(identity, $0, state, reply) }
        // A failure has told the journal; nothing was written, so the caller may hear of it all the same.
        try? await core.record(Submission(.outcome, entry, change))
        core.claims.release(identity, .answered(reply, state.outcome))
        return Outcome(recorded: reply)
    }

    /// The write that was begun before stays unsettled, since nobody could look what became of it.
    private func leave(_ write: UnsettledWrite, because refusal: Refusal, _ story: Story) -> Outcome {
        let reply = meanwhile(write)
        var story = story
        story.account = story.account ?? write.account
        var entry = entry(Record.entry(write.cause ?? .agentStopped, story), story)
        entry.append("WRITEBACK_CODE", refusal.entry.code)
        entry.append("WRITEBACK_REASON", refusal.description)
        core.enqueue(Submission(.outcome, entry))
        core.claims.release(write.identity, .answered(reply, .unknown))
        return Outcome(recorded: reply)
    }

    /// Tells that an account's status was told, and makes the answer of it.
    public func answer(_ report: StatusReport, story: Story) async -> Outcome {
        var entry = Record.entry(.statusAnswered, "status of \(story.subject) told")
        entry.append("WRITEBACK_OUTCOME", OutcomeKind.answered.rawValue)
        core.enqueue(Submission(.other, self.entry(entry, story)))
        let reply = Reply(report: report, story: story)
        if let identity = story.identity { core.claims.release(identity, .answered(reply, .answered)) }
        return Outcome(recorded: reply)
    }
}
