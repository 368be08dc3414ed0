import JSON
import Requests
import Secrets
import SocketServer
import Synchronization

/// Routes that keep what they were asked, and repeat the body they were sent.
final class SampleRoutes: Routes {
    private let policyText: String
    private let holds: Bool
    private let keepsBodies: Bool
    private let state = Mutex(State())

    private struct State {
        var known = true
        var bodies: [String] = []
        var refusals: [Refusal] = []
        var peers: Set<Peer> = []
        var questions = 0
        var held: [CheckedContinuation<Void, Never>] = []
        var isReleased = false
    }

    /// - Parameters:
    ///   - holds: Whether requests wait until ``release()``.
    ///   - keepsBodies: Whether bodies are kept and repeated; they are left alone otherwise.
    init(known: Bool = true, policyText: String = "", holds: Bool = false, keepsBodies: Bool = true) {
        (self.policyText, self.holds, self.keepsBodies) = (policyText, holds, keepsBodies)
        state.withLock { $0.known = known }
    }

    var bodies: [String] { state.withLock { $0.bodies } }
    var refusals: [Refusal] { state.withLock { $0.refusals } }
    var peers: Set<Peer> { state.withLock { $0.peers } }
    /// How often it was asked about a peer.
    var questions: Int { state.withLock { $0.questions } }
    var held: Int { state.withLock { $0.held.count } }

    /// Lets all held requests go on, and all that are still to come.
    func release() {
        let held = state.withLock { state in
            state.isReleased = true
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    /// Makes everybody a stranger from now on.
    func removeAll() {
        state.withLock { $0.known = false }
    }

    func admits(_ peer: Peer) -> Bool {
        state.withLock { state in
            state.peers.insert(peer)
            state.questions += 1
            return state.known
        }
    }

    func request(
        _ body: consuming Secret, as form: RequestForm, from peer: Peer, begun: ContinuousClock.Instant
    ) async -> Reply {
        let text = keepsBodies ? body.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } : ""
        state.withLock { $0.bodies.append(text) }
        if holds { await hold() }
        return Reply(
            document: ["body": .string(text), "uid": .integer(Int(peer.uid)), "form": .string("\(form)")])
    }

    func outcome(of id: String, issuer: String?, for peer: Peer, begun: ContinuousClock.Instant) async -> Reply {
        Reply(document: ["route": "outcome", "id": .string(id), "issuer": .string(issuer ?? "")])
    }

    func keys() -> Reply { Reply(document: ["route": "keys"]) }

    func health() async -> Reply { Reply(document: ["route": "health"]) }

    func policy() -> Reply { Reply(document: ["route": "policy", "text": .string(policyText)]) }

    func check(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply {
        repeated(body, "check", peer)
    }

    func rotateBind(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply {
        repeated(body, "rotate-bind", peer)
    }

    private func repeated(_ body: borrowing Secret, _ route: String, _ peer: Peer) -> Reply {
        let text = body.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        return Reply(
            document: ["route": .string(route), "body": .string(text), "uid": .integer(Int(peer.uid))])
    }

    func refuse(_ refusal: Refusal, to peer: Peer, begun: ContinuousClock.Instant) -> Reply {
        state.withLock { $0.refusals.append(refusal) }
        return Reply(refusal: refusal, story: nil, contact: nil)
    }

    private func hold() async {
        await withCheckedContinuation { continuation in
            let isReleased = state.withLock { state in
                if !state.isReleased { state.held.append(continuation) }
                return state.isReleased
            }
            if isReleased { continuation.resume() }
        }
    }
}
