internal import JSON
public import Requests

/// Asking what is on record.
extension Ledger {
    /// The answer that a request got, or would get now; nil where it is not on record.
    ///
    /// - Throws: ``Requests/Refusal/auditUnavailable(_:)`` where the ledger cannot be read: whether it is on record is
    ///   then not known.
    public func reply(to identity: RequestIdentity) async throws(Refusal) -> Reply? {
        if core.claims.isClaimed(identity) { return Self.inProgress(identity) }
        guard let reader = core.readers?.requests else {
            throw .auditUnavailable(failure ?? "the ledger cannot be read")
        }
        do throws(LedgerError) {
            return try reader.request(identity).map(answer)
        } catch {
            throw .auditUnavailable(error.description)
        }
    }

    /// How a request was answered, or is while nobody knows its end.
    func answer(_ known: KnownRequest) -> Reply {
        known.answer ?? known.write.map(meanwhile) ?? Reply(refusal: .requestUnknown, story: nil, contact: contact)
    }

    /// What is said of a write while nobody knows its end.
    func meanwhile(_ write: UnsettledWrite) -> Reply {
        Reply(uncertainty: write.cause ?? .agentStopped, story: write.story, contact: contact)
    }

    private static func inProgress(_ identity: RequestIdentity) -> Reply {
        Reply(status: 202, document: ["outcome": "in_progress", "request_id": .string(identity.id)])
    }

    /// The writes that were begun and have no known end, oldest first, without those that are being carried out.
    public func unsettled() async -> [UnsettledWrite] {
        do throws(LedgerError) {
            return try core.readers?.upkeep.unsettled().filter { !core.claims.isClaimed($0.identity) } ?? []
        } catch {
            return []
        }
    }
}
