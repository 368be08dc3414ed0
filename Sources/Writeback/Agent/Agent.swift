internal import AgentKeys
internal import Authorisation
internal import JSON
public import Ledger
public import Requests
public import Secrets
public import SocketServer
internal import Synchronization
internal import SystemdLink

/// The agent as its socket sees it: it serves by its present configuration, or says that it has none that is valid.
public final class Agent: Routes {
    /// What it goes by.
    public enum Condition: Sendable {
        /// A valid configuration.
        case serving(Generation)
        /// A configuration with errors, so many of them.
        case misconfigured(errors: Int)
    }

    private let condition: Mutex<Condition>
    private let ledger: Ledger
    private let health: HealthBoard
    let identity: Peer

    /// An agent in `condition`.
    ///
    /// - Parameters:
    ///   - health: Where the monitor notes what it found.
    ///   - identity: The agent's own process, whose user is an administrator's equal.
    public init(_ condition: Condition, ledger: Ledger, health: HealthBoard, identity: Peer) {
        self.condition = Mutex(condition)
        self.ledger = ledger
        self.health = health
        self.identity = identity
    }

    /// The generation that is in force, if there is one.
    public var generation: Generation? {
        if case .serving(let generation) = condition.withLock({ $0 }) { generation } else { nil }
    }

    /// Puts a new generation in force; requests in flight end with the old one.
    public func serve(_ generation: Generation) {
        condition.withLock { $0 = .serving(generation) }
    }

    /// Notes that a new configuration has errors: without an old one to go by, that is the agent's condition.
    public func refuse(errors: Int) {
        condition.withLock { condition in
            if case .misconfigured = condition { condition = .misconfigured(errors: errors) }
        }
    }

    /// Callers, the agent itself, and administrators, who are no callers by that: they may ask for health and what
    /// ``isAdministrator(_:)`` is needed for. Without a valid configuration nobody can be told from a stranger: then whoever
    /// the socket's mode lets in may hear that the agent is misconfigured.
    public func admits(_ peer: Peer) -> Bool {
        guard let generation else { return true }
        guard !isAdministrator(peer) else { return true }
        guard generation.flow.authorisation.callers(of: peer).isEmpty else { return true }
        ledger.note(
            .strangerDropped, "a connection of uid \(peer.uid) was dropped: it is no configured caller",
            fields: [
                "WRITEBACK_PEER_UID": String(peer.uid), "WRITEBACK_PEER_GID": String(peer.gid),
                "WRITEBACK_PEER_PID": String(peer.pid),
            ])
        return false
    }

    /// Takes a request through the flow.
    public func request(
        _ body: consuming Secret, as form: RequestForm, from peer: Peer, begun: ContinuousClock.Instant
    ) async -> Reply {
        guard let generation else { return refuse(.misconfigured, to: peer, begun: begun) }
        let story = Story(peer: peer, begun: begun, allowance: generation.requestTimeout)
        return await generation.flow.answer(body, as: form, story: story)
    }

    /// What is on record of a request, for the caller who made it.
    public func outcome(
        of id: String, issuer: String?, for peer: Peer, begun: ContinuousClock.Instant
    ) async -> Reply {
        guard let flow = generation?.flow else { return refuse(.misconfigured, to: peer, begun: begun) }
        let issuers = flow.authorisation.callers(of: peer).map(\.issuer)
        guard !issuers.isEmpty else { return refuse(.unknownCaller, to: peer, begun: begun) }
        guard let asked = issuer ?? (issuers.count == 1 ? issuers[0] : nil) else {
            return refuse(
                .malformed(.init(field: RequestMember.issuer.rawValue, problem: .missing)), to: peer, begun: begun)
        }
        guard issuers.contains(asked) else { return refuse(.requestUnknown, to: peer, begun: begun) }
        do {
            let reply = try await flow.ledger.reply(to: RequestIdentity(issuer: asked, id: id))
            return reply ?? refuse(.requestUnknown, to: peer, begun: begun)
        } catch {
            return refuse(error, to: peer, begun: begun)
        }
    }

    /// The public keys that passwords are sealed to.
    public func keys() -> Reply {
        guard let generation else { return Reply(refusal: .misconfigured, story: nil, contact: nil) }
        return Reply(document: generation.flow.authorisation.keys.publicSet)
    }

    /// Records and answers what never became a request.
    public func refuse(_ refusal: Refusal, to peer: Peer, begun: ContinuousClock.Instant) -> Reply {
        var story = Story(peer: peer, begun: begun, allowance: .zero)
        story.caller = generation?.flow.authorisation.caller(of: peer)?.name
        return (generation?.flow.ledger ?? ledger).turnDown(refusal, story: story).reply
    }

    /// How the agent, its journal and its directories are.
    public func health() async -> Reply {
        switch condition.withLock({ $0 }) {
        case .serving(let generation): HealthReport(generation, ledger, health).reply
        case .misconfigured(let errors): HealthReport(errors: errors).reply
        }
    }

    /// What is switched on and how much a request may hold.
    public func policy() -> Reply {
        guard let generation else { return Reply(refusal: .misconfigured, story: nil, contact: nil) }
        return Reply(document: generation.policyDocument)
    }
}
