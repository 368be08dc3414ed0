internal import Directories
internal import Ledger
public import Requests
public import Secrets
internal import SystemdLink

/// A new password for the agent's own identity, on an administrator's order.
extension Agent {
    /// Gives it one; the answer never holds it.
    public func rotateBind(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply {
        do throws(Refusal) {
            let flow = try generation(for: peer).flow
            let order = try RotationOrder(parsing: body)
            let directory = try flow.directories.directory(named: order.directory)
            return await rotate(directory, in: flow, peer, begun)
        } catch {
            return refuse(error, to: peer, begun: begun)
        }
    }

    private func rotate(
        _ directory: Directory, in flow: WritebackFlow, _ peer: Peer, _ begun: ContinuousClock.Instant
    ) async -> Reply {
        var story = Story(peer: peer, begun: begun, allowance: Self.rotationAllowance)
        story.directory = directory.settings.name
        do throws(RotationFailure) {
            try await begin(flow.ledger, story)
            let report = try await flow.rotate(directory, deadline: story.deadline)
            note(.bindPasswordRotated, Self.message(report), flow.ledger, story)
            return Reply(rotation: report, story: story)
        } catch {
            return failed(error, flow.ledger, story)
        }
    }

    /// No write without a record of it first.
    private func begin(_ ledger: Ledger, _ story: Story) async throws(RotationFailure) {
        do throws(Refusal) {
            try await ledger.begin(
                .bindRotationBegun,
                "the agent is to give itself a new password in directory '\(story.directory ?? "")'",
                fields: Self.fields(story))
        } catch {
            throw .refused(error)
        }
    }

    private func failed(_ failure: RotationFailure, _ ledger: Ledger, _ story: Story) -> Reply {
        let directory = story.directory ?? ""
        switch failure {
        case .refused(let refusal):
            note(
                .bindRotationFailed, "the agent has no new password in directory '\(directory)': \(refusal)", ledger,
                story)
            return Reply(refusal: refusal, story: story, contact: nil)
        case .unknown(let uncertainty):
            note(
                .bindRotationFailed,
                "whether the agent has a new password in directory '\(directory)' is not known yet", ledger, story)
            return Reply(uncertainty: uncertainty, story: story, contact: nil)
        }
    }

    /// A sign-in, a change, and a sign-in at each server.
    private static var rotationAllowance: Duration { .seconds(60) }

    private static func message(_ report: RotationReport) -> String {
        let open = report.servers.count { $0.refusal != nil }
        let rest = open == 0 ? "" : "; \(open) of its servers have yet to take it, and the old one is kept for them"
        return "the agent gave itself a new password in directory '\(report.directory)'\(rest)"
    }

    private func note(_ event: Event, _ message: String, _ ledger: Ledger, _ story: Story) {
        ledger.note(event, message, fields: Self.fields(story))
    }

    private static func fields(_ story: Story) -> KeyValuePairs<JournalFieldName, String> {
        [
            "WRITEBACK_CORRELATION_ID": story.correlation,
            "WRITEBACK_PEER_UID": String(story.peer.uid), "WRITEBACK_PEER_GID": String(story.peer.gid),
            "WRITEBACK_PEER_PID": String(story.peer.pid), "WRITEBACK_DIRECTORY": story.directory ?? "",
        ]
    }
}
