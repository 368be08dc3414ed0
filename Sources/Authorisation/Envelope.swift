internal import AgentKeys
internal import JOSE
internal import Requests
internal import Secrets

/// What the header of a sealed password must repeat, so that it cannot be moved to another request (RFC 7519 section 5.3).
struct Envelope {
    let issuer: String
    let audience: String
    let requestID: String

    /// Opens a password with the key that it names.
    ///
    /// The header is looked at once it is authentic: only then does it say anything.
    func open(_ password: SealedPassword, with keys: KeyRing, at now: Timestamp) throws(Refusal) -> Secret {
        let field = password.member.rawValue
        let message = try Self.parsed(password, field)
        guard let key = keys.key(message.keyID, at: now.seconds) else { throw .agentKeyUnknown(field: field) }
        let opened = try Self.opened(message, with: key, field)
        try check(message, field)
        return opened
    }

    private func check(_ message: SealedMessage, _ field: String) throws(Refusal) {
        let repeated = [
            (RequestMember.issuer, message.issuer, issuer), (.audience, message.audience, audience),
            (.id, message.requestID, requestID),
        ]
        // By their bytes: Unicode holds some other texts to be equal to ASCII ones.
        for (member, sealed, own) in repeated where !sealed.utf8.elementsEqual(own.utf8) {
            throw .sealedPasswordElsewhere(field: field, member: member.rawValue)
        }
    }

    private static func parsed(_ password: SealedPassword, _ field: String) throws(Refusal) -> SealedMessage {
        do {
            return try SealedMessage(parsing: password.text)
        } catch {
            throw Refusal(error, in: field)
        }
    }

    private static func opened(
        _ message: SealedMessage, with key: DecryptionKey, _ field: String
    ) throws(Refusal) -> Secret {
        do {
            return try message.open(with: key)
        } catch {
            throw Refusal(error, in: field)
        }
    }
}
