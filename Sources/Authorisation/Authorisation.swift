public import AgentKeys
internal import JOSE
public import Requests
public import Secrets

/// Decides who may ask for what.
public struct Authorisation: Sendable {
    /// The `typ` of signed requests (RFC 8725 section 3.11).
    public static let tokenType = "writeback-request+jwt"

    private let callers: [Caller]
    let agent: String
    /// The keys that passwords are sealed to.
    public let keys: KeyRing
    private let fingerprintKey: SharedSecret

    /// Knows `callers`.
    ///
    /// - Parameters:
    ///   - agent: The agent's name, which a token must have as `aud`.
    ///   - keys: The keys that passwords are sealed to.
    ///   - fingerprintKey: A random key of this process, for comparing passwords that come unsealed.
    public init(callers: [Caller], agent: String, keys: KeyRing, fingerprintKey: SharedSecret) {
        self.callers = callers
        self.agent = agent
        self.keys = keys
        self.fingerprintKey = fingerprintKey
    }

    /// The callers that a peer is or speaks for; none for a stranger, whose bytes are not even read.
    ///
    /// A peer that is two callers (the user of one in the group of another) is neither, unless both sign: nobody could
    /// say which rights it has.
    public func callers(of peer: Peer) -> [Caller] {
        let matches = callers.filter { $0.isPeer(peer) }
        return matches.count == 1 || matches.allSatisfy({ $0.signature != nil }) ? matches : []
    }

    /// The caller that a peer is whatever it sends; nil where its signature decides, or where it is none.
    public func caller(of peer: Peer) -> Caller? {
        let matches = callers(of: peer)
        return matches.count == 1 ? matches[0] : nil
    }

    /// Refuses a peer whose requests must be signed, before what it sent unsigned is looked at.
    ///
    /// - Throws: ``Refusal/unknownCaller`` for a stranger, ``Refusal/signatureRequired`` for a caller that must sign.
    @discardableResult
    public func admitUnsigned(from peer: Peer) throws(Refusal) -> Caller {
        guard let caller = callers(of: peer).first else { throw .unknownCaller }
        guard case .peer = caller.proof else { throw .signatureRequired }
        return caller
    }

    /// Turns an unsigned request into an authorised one.
    ///
    /// - Throws: What ``admitUnsigned(from:)`` throws, and ``Refusal/operationNotGranted(_:)`` for an operation that the
    ///   caller's configuration does not list.
    public func authorise(_ request: consuming Request, from peer: Peer) throws(Refusal) -> AuthorisedRequest {
        let caller = try admitUnsigned(from: peer)
        try caller.checkGrant(of: request.details.operation)
        let passwords = request.work.keyedFingerprint(under: fingerprintKey).map(PasswordFingerprint.keyed)
        return AuthorisedRequest(request: request, caller: caller, passwords: passwords ?? .absent)
    }
}

extension Caller {
    func checkGrant(of operation: Operation) throws(Refusal) {
        guard operations.contains(operation) else { throw .operationNotGranted(operation) }
    }
}
