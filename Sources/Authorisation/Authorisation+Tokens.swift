internal import JOSE
public import Requests
public import Secrets

/// Signed requests: whose signature it is, and then whether the request is for this agent, in time and granted.
extension Authorisation {
    /// Verifies the signature of a token by the keys of the callers that `peer` speaks for, and reads what it says.
    ///
    /// - Throws: The refusal that says what is wrong with the token; as long as it proves nothing, one that is
    ///   ``Requests/Refusal/isUnproven``.
    public func verify(_ token: consuming Secret, from peer: Peer) throws(Refusal) -> VerifiedRequest {
        let candidates = callers(of: peer)
        guard !candidates.isEmpty else { throw .unknownCaller }
        guard candidates[0].signature != nil else { throw .signatureUnexpected }
        let signed = try Self.parsed(token)
        for caller in candidates {
            guard let signatory = caller.signature, let key = signatory.key(signed.keyID) else { continue }
            let payload = try Self.payload(of: signed, by: key)
            let request = try SignedRequest(parsing: payload)
            return VerifiedRequest(caller: caller, signatory: signatory, request: request)
        }
        throw .tokenKeyUnknown(signed.keyID)
    }

    private static func parsed(_ token: consuming Secret) throws(Refusal) -> SignedToken {
        do {
            return try SignedToken(parsing: token, type: tokenType)
        } catch {
            throw Refusal(error)
        }
    }

    private static func payload(of token: borrowing SignedToken, by key: VerificationKey) throws(Refusal) -> Secret {
        do {
            return try token.verifiedPayload(by: key)
        } catch {
            throw Refusal(error)
        }
    }

    /// Turns a signed request into an authorised one, and opens its passwords.
    ///
    /// - Throws: The refusal that names the claim that does not fit, or the password that does not open.
    public func authorise(_ verified: consuming VerifiedRequest, at now: Timestamp) throws(Refusal) -> AuthorisedRequest
    {
        let (caller, signatory) = (verified.caller, verified.signatory)
        let (claims, sealed) = (verified.request.claims, verified.request.sealed)
        let (operation, id) = (verified.request.details.operation, verified.request.details.id)
        guard claims.issuer == signatory.issuer else { throw .wrongIssuer }
        guard claims.audience == agent else { throw .wrongAudience }
        try claims.checkTimes(at: now)
        try signatory.checkAuthentication(claims, for: operation, at: now)
        try caller.checkGrant(of: operation)
        let envelope = Envelope(issuer: claims.issuer, audience: claims.audience, requestID: id)
        let keys = keys
        let request = try verified.opened { (password) throws(Refusal) in
            try envelope.open(password, with: keys, at: now)
        }
        return AuthorisedRequest(request: request, caller: caller, passwords: .init(sealed))
    }
}

extension PasswordFingerprint {
    /// Of passwords as they came; two sealings of one password differ.
    fileprivate init(_ sealed: [SealedPassword]) {
        let text = sealed.map { "\($0.member.rawValue)=\($0.text)" }.joined(separator: "\n")
        self = sealed.isEmpty ? .absent : .sealed(SHA256.digest(Array(text.utf8)))
    }
}
