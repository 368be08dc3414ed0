public import Requests
public import Secrets

/// What the server hands its requests to.
public protocol Routes: Sendable {
    /// Whether a peer is known at all; a stranger's connection is closed before a byte of it is read.
    ///
    /// Asked when it connects and again for each request, since the answer may change in between.
    func admits(_ peer: Peer) -> Bool

    /// `POST /v1/requests`: the body as it arrived, and the form that its content type gives it.
    func request(
        _ body: consuming Secret, as form: RequestForm, from peer: Peer, begun: ContinuousClock.Instant
    ) async -> Reply

    /// `GET /v1/requests/{jti}`: what became of a request.
    ///
    /// - Parameter issuer: The query's `iss`; nil where there is none.
    func outcome(of id: String, issuer: String?, for peer: Peer, begun: ContinuousClock.Instant) async -> Reply

    /// `GET /v1/keys`: the public keys that passwords are sealed to.
    func keys() -> Reply

    /// `GET /v1/health`.
    func health() async -> Reply

    /// `GET /v1/policy`.
    func policy() -> Reply

    /// `POST /v1/check`: what would work for an account; for administrators only.
    func check(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply

    /// `POST /v1/rotate-bind`: gives the agent's own identity a new password; for administrators only.
    func rotateBind(_ body: consuming Secret, from peer: Peer, begun: ContinuousClock.Instant) async -> Reply

    /// Something that is no request: records it and gives the reply.
    func refuse(_ refusal: Refusal, to peer: Peer, begun: ContinuousClock.Instant) -> Reply
}
