public import Authorisation
internal import FaultPoints
public import Requests
internal import SystemdLink

/// Finding out whether a request came before.
extension Ledger {
    /// Takes a request: from here on nobody else carries it out, and whoever has it must record an end
    /// (``settle(_:as:story:)``, ``refuse(_:story:)``).
    ///
    /// One that came before is answered as then. One that is being carried out is waited for, and gets the same answer.
    ///
    /// - Parameter story: Has the request's identity afterwards where it is to be carried out.
    /// - Throws: ``Refusal/requestConflict(_:)`` where another request had the same identity,
    ///   ``Refusal/requestInProgress`` where the same one does not end in time, or too many wait for it,
    ///   ``Refusal/auditUnavailable(_:)``.
    public func take(
        _ authorised: consuming AuthorisedRequest, story: inout Story
    ) async throws(Refusal) -> Admission {
        let (identity, fingerprint) = (authorised.identity, authorised.fingerprint)
        while true {
            if let failure { throw .auditUnavailable(failure) }
            switch core.claims.attempt(identity, fingerprint) {
            case .mine: return try admit(authorised, &story)
            case .conflict(let part): throw .requestConflict(part)
            case .inFlight: break
            }
            switch await core.claims.wait(for: identity, until: story.deadline) {
            case .ended(.answered(let reply, let kind)): return .answered(replay(reply, kind, identity, story))
            case .ended(.refused(let refusal)): throw refusal
            case .givenUp: throw .requestInProgress
            case .free: continue
            }
        }
    }

    private func admit(
        _ authorised: consuming AuthorisedRequest, _ story: inout Story
    ) throws(Refusal) -> Admission {
        let identity = authorised.identity
        guard let known = try known(identity, authorised.fingerprint), known.state != .notApplied else {
            story.identity = identity
            FaultPoint.claimed.reached()
            return .new(authorised)
        }
        if let write = known.write {
            story.identity = identity
            FaultPoint.claimed.reached()
            return .reopened(Reopened(authorised, write, isComparable: known.isComparable(run: core.run)))
        }
        let reply = answer(known)
        core.claims.release(identity, .answered(reply, known.state.outcome))
        return .answered(replay(reply, known.state.outcome, identity, story))
    }

    /// What is known of the request, if it is the same one; the claim ends where it is not, or where nobody can say.
    private func known(
        _ identity: RequestIdentity, _ fingerprint: RequestFingerprint
    ) throws(Refusal) -> KnownRequest? {
        let known: KnownRequest?
        do throws(LedgerError) {
            guard let reader = core.readers?.requests else { throw core.failure ?? .closed }
            known = try reader.request(identity)
        } catch {
            core.claims.release(identity, nil)
            throw .auditUnavailable(error.description)
        }
        if let part = known?.difference(to: fingerprint, run: core.run) {
            core.claims.release(identity, .refused(.requestConflict(part)))
            throw .requestConflict(part)
        }
        return known
    }

    /// Gives an answer again, and tells that.
    private func replay(
        _ reply: Reply, _ kind: OutcomeKind, _ identity: RequestIdentity, _ story: Story
    ) -> Outcome {
        let record = Record.entry(
            .requestReplayed, "\(story.operation) of \(story.subject) came again: answered as before")
        var told = entry(record, story)
        if story.identity == nil { told.append("WRITEBACK_ISSUER", identity.issuer) }
        told.append("WRITEBACK_OUTCOME", kind.rawValue)
        told.append("WRITEBACK_REPLAYED", "true")
        core.enqueue(Submission(.other, told))
        return Outcome(recorded: reply.replayed)
    }
}

extension Reply {
    /// The same answer, marked as one that was given before.
    fileprivate var replayed: Reply {
        guard body.last == "}", !body.contains(#","replayed":true}"#) else { return self }
        let text = body.dropLast() + #","replayed":true}"#
        return Reply(status: status, contentType: contentType, text: String(text), retryAfter: retryAfter)
    }
}
