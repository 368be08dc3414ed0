internal import Authorisation
internal import JOSE
internal import JSON
internal import Requests
internal import Secrets

/// A request that is about to be signed.
struct TokenDraft {
    /// How long the token is good for: long enough for a slow directory, short for whoever finds it.
    static let lifetime = 120

    let request: RequestDraft
    let issuer: String
    let audience: String
    let authenticatedAt: Timestamp
    let signedAt: Timestamp

    /// The token: a compact JWS, with `passwords` sealed to `agentKey`.
    func token(
        _ passwords: [PasswordMember], sealedTo agentKey: EncryptionKey?, signedBy key: SigningKey
    ) throws(AskError) -> String {
        let sealed = try passwords.map { password throws(AskError) in try seal(password, agentKey) }
        let payload = JSONValue.object(request.clearMembers + claims + sealed)
        do {
            return try key.sign(Array(payload.text.utf8), type: Authorisation.tokenType)
        } catch {
            throw .signing("\(error)")
        }
    }

    private var claims: [(name: String, value: JSONValue)] {
        [
            (RequestMember.issuer.rawValue, .string(issuer)), (RequestMember.audience.rawValue, .string(audience)),
            (RequestMember.issuedAt.rawValue, .integer(signedAt.seconds)),
            (RequestMember.expiresAt.rawValue, .integer(signedAt.seconds + Self.lifetime)),
            (RequestMember.authenticatedAt.rawValue, .integer(authenticatedAt.seconds)),
        ]
    }

    private func seal(
        _ password: PasswordMember, _ key: EncryptionKey?
    ) throws(AskError) -> (name: String, value: JSONValue) {
        guard let key else { throw .signing("the agent has no key to seal a password to") }
        do {
            let sealed = try password.password.withSecret { secret in
                try key.seal(secret, issuer: issuer, audience: audience, requestID: request.id)
            }
            return (password.name.rawValue, .string(sealed))
        } catch {
            throw .signing("\(error)")
        }
    }
}
