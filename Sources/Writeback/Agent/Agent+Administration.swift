internal import Directories
internal import Ledger
public import Requests
public import Secrets
internal import SystemdLink

/// What an administrator asks the agent: root, or the agent's own user.
extension Agent {
    /// Whether a peer may ask what only administrators may.
    func isAdministrator(_ peer: Peer) -> Bool {
        peer.uid == 0 || peer.uid == identity.uid
    }

    /// Tells what would work for an account, what would not, and which rights the agent lacks. Nothing is written.
    public func check(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply {
        do throws(Refusal) {
            let generation = try generation(for: peer)
            let question = try AccountQuestion(parsing: body)
            return await answer(question, by: generation, peer, begun)
        } catch {
            return refuse(error, to: peer, begun: begun)
        }
    }

    private func answer(
        _ question: AccountQuestion, by generation: Generation, _ peer: Peer, _ begun: ContinuousClock.Instant
    ) async -> Reply {
        var story = Story(peer: peer, begun: begun, allowance: generation.requestTimeout)
        do throws(Refusal) {
            let report = try await generation.flow.check(question, &story)
            note(question, generation, story)
            return Reply(check: report, story: story)
        } catch {
            return generation.flow.ledger.turnDown(error, story: story).reply
        }
    }

    private func note(_ question: AccountQuestion, _ generation: Generation, _ story: Story) {
        generation.flow.ledger.note(
            .accountChecked, "uid \(story.peer.uid) asked what would work for '\(question.account.text)'",
            fields: [
                "WRITEBACK_CORRELATION_ID": story.correlation,
                "WRITEBACK_PEER_UID": String(story.peer.uid), "WRITEBACK_PEER_GID": String(story.peer.gid),
                "WRITEBACK_PEER_PID": String(story.peer.pid),
                "WRITEBACK_ACCOUNT": question.account.text,
                "WRITEBACK_DIRECTORY": story.directory ?? "",
                "WRITEBACK_SERVER": story.account?.server ?? "",
                "WRITEBACK_ACCOUNT_DN": story.account?.distinguishedName ?? "",
                "WRITEBACK_ACCOUNT_ID": story.account?.anchor ?? "",
            ])
    }

    /// The configuration in force, for an administrator.
    ///
    /// - Throws: ``Refusal/unknownCaller`` for everybody else, ``Refusal/misconfigured`` where there is none.
    func generation(for peer: Peer) throws(Refusal) -> Generation {
        guard isAdministrator(peer) else { throw .unknownCaller }
        guard let generation else { throw .misconfigured }
        return generation
    }
}
