import Authorisation
import JOSE
import Requests
import Secrets

/// An agent with its keys, the callers it knows, and a moment at which one of them asks for something.
struct Scene: Sendable {
    static let agent = "agent.example.test"
    static let id = "r-1"
    static let now = Timestamp(seconds: 1_800_000_000)
    static let peer = Peer(uid: 1001, gid: 9, pid: 1)
    let signer: Signer
    let keys: SealingKeys
    let authorisation: Authorisation

    init(_ signer: Signer? = nil, others: [Caller] = [], curve: EllipticCurve = .x25519) throws {
        self.signer = try signer ?? Signer("key-1")
        keys = try SealingKeys(curve)
        authorisation = Authorisation(
            callers: others + [try self.signer.caller], agent: Self.agent, keys: try keys.ring,
            fingerprintKey: SharedSecret(try Secret(utf8: "of this process")))
    }

    /// The claims of a request with everything that its operation needs.
    func claims(_ operation: Operation) throws -> RequestClaims {
        let claims = RequestClaims(operation, issuer: signer.issuer)
        return switch operation {
        case .reset: claims.with("new_password", "\"\(try seal("New-1"))\"")
        case .change:
            claims.with("current_password", "\"\(try seal("Old-1"))\"").with("new_password", "\"\(try seal("New-1"))\"")
        case .unlock, .status: claims
        }
    }

    /// A password as the signer seals it.
    func seal(
        _ password: String, for id: String = Scene.id, issuer: String? = nil, audience: String = Scene.agent,
        to key: DecryptionKey? = nil
    ) throws -> String {
        try seal(Array(password.utf8), for: id, issuer: issuer, audience: audience, to: key)
    }

    /// The same with bytes that need not be a text.
    func seal(
        _ password: [UInt8], for id: String = Scene.id, issuer: String? = nil, audience: String = Scene.agent,
        to key: DecryptionKey? = nil
    ) throws -> String {
        let plaintext = try Secret(capacity: password.count) { target in
            target.copyBytes(from: password)
            return password.count
        }
        return try (key ?? keys.current).encryptionKey.seal(
            plaintext, issuer: issuer ?? signer.issuer, audience: audience, requestID: id)
    }
}

extension Scene {
    /// Takes a token all the way.
    func authorise(
        _ token: String, from peer: Peer = Scene.peer, at now: Timestamp = Scene.now
    ) throws -> AuthorisedRequest {
        let verified = try authorisation.verify(try Secret(utf8: token), from: peer)
        return try authorisation.authorise(verified, at: now)
    }

    /// Why a token is refused; nil when it is not.
    func refusal(of token: String, from peer: Peer = Scene.peer, at now: Timestamp = Scene.now) throws -> Refusal? {
        do {
            _ = try authorise(token, from: peer, at: now)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    /// Why a request with these claims is refused, well signed; nil when it is not.
    func refusal(of claims: RequestClaims, at now: Timestamp = Scene.now) throws -> Refusal? {
        try refusal(of: try signer.token(claims), at: now)
    }
}
