public import AccountPolicy
public import Authorisation
internal import FaultPoints
public import Requests
internal import SystemdLink

/// Recording writes: before, and after.
extension Ledger {
    /// Records that a permitted write is about to be sent; it is on disk when this returns.
    ///
    /// - Throws: ``Refusal/auditUnavailable(_:)`` when the record cannot be made, or when there is too little room for
    ///   the record of its end; nothing may then be written.
    public func open(_ permitted: consuming PermittedWrite, story: Story) async throws(Refusal) -> Intent {
        let details = permitted.authorised.request.details
        let write = UnsettledWrite(permitted, story: story, at: core.settings.now())
        var entry = entry(
            Record.entry(.begun(details.operation), "\(details.operation.rawValue) of \(story.subject) begins"), story)
        entry.append("WRITEBACK_CHANGE_MARK", write.changeMark)
        entry.append("WRITEBACK_LAST_CHANGE", write.lastChange?.description)
        let change = RowChange.began(write, permitted.authorised.fingerprint)
        do {
            try await core.record(Submission(.intent, entry, change))
        } catch {
            throw .auditUnavailable(error.description)
        }
        FaultPoint.intentRecorded.reached()
        return Intent(recorded: permitted)
    }

    /// Records how a write ended, and makes the answer of it; it is on disk when this returns.
    ///
    /// Where the record cannot be made the answer is `unknown`: the write is looked for when the request comes again.
    public func settle(_ intent: consuming Intent, as settlement: Settlement, story: Story) async -> Outcome {
        await settle(intent.permitted.authorised.identity, settlement, story)
    }

    /// Records what became of a write that was begun before, and makes the answer of it; on disk when this returns.
    public func settle(_ reopened: consuming Reopened, as settlement: Settlement, story: Story) async -> Outcome {
        var story = story
        story.account = reopened.write.account
        return await settle(reopened.authorised.identity, settlement, story)
    }

    /// Hands over the request of a write that has not happened, so that it is carried out now.
    public func foundUndone(_ reopened: consuming Reopened) -> AuthorisedRequest {
        reopened.intoAuthorised()
    }

    /// Records what became of a write that was found unsettled; does nothing where its request came again meanwhile.
    public func settle(_ write: UnsettledWrite, as settlement: Settlement) async {
        guard case .mine = core.claims.attempt(write.identity, nil) else { return }
        guard isUnsettled(write) else { return core.claims.release(write.identity, nil) }
        _ = await settle(write.identity, settlement, write.story, isTimed: false)
    }

    private func isUnsettled(_ write: UnsettledWrite) -> Bool {
        do throws(LedgerError) {
            return try core.readers?.upkeep.request(write.identity)?.write?.intent == write.intent
        } catch {
            return false
        }
    }

    private func settle(
        _ identity: RequestIdentity, _ settlement: Settlement, _ story: Story, isTimed: Bool = true
    ) async -> Outcome {
        var story = story
        story.identity = identity
        let end = WriteEnd(settlement, story, contact: contact)
        let entry = entry(end.entry, story, isTimed: isTimed)
        var (reply, kind) = (end.reply, end.kind)
        do throws(LedgerError) {
            try await core.record(Submission(.outcome, entry, end.change(of: identity)))
            FaultPoint.outcomeRecorded.reached()
        } catch {
            if kind != .unknown { reply = Reply(uncertainty: .notRecorded, story: story, contact: contact) }
            kind = .unknown
        }
        // Those who wait for the ledger itself have not been compared with anything yet.
        let isCompared = core.claims.claim(on: identity)?.fingerprint != nil
        core.claims.release(identity, isCompared ? .answered(reply, kind) : nil)
        return Outcome(recorded: reply)
    }
}
