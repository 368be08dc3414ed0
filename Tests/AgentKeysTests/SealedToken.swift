import AgentKeys
import JOSE
import Secrets

/// A message that a caller sealed to one of the agent's keys.
struct SealedToken {
    let message: SealedMessage

    init(to key: DecryptionKey) throws {
        let text = try key.encryptionKey.seal(
            try Secret(utf8: "password"), issuer: "i", audience: "a", requestID: "j")
        message = try SealedMessage(parsing: text)
    }

    /// Whether the agent opens it at `now`.
    func opens(with ring: KeyRing, at now: Int) throws -> Bool {
        guard let key = ring.key(message.keyID, at: now) else { return false }
        return try message.open(with: key).matches(try Secret(utf8: "password"))
    }
}
