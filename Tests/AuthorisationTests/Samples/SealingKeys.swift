import AgentKeys
import JOSE
import JSON
import Requests
import Secrets

/// The agent's keys, one of each status.
struct SealingKeys: Sendable {
    /// When the retired key ends, in seconds from ``Scene/now``.
    static let end = 1000
    let current: DecryptionKey
    let next: DecryptionKey
    let retired: DecryptionKey

    init(_ curve: EllipticCurve = .x25519) throws {
        current = try DecryptionKey.generate(curve)
        next = try DecryptionKey.generate(curve)
        retired = try DecryptionKey.generate(curve)
    }

    /// The keys as the agent reads them.
    var ring: KeyRing {
        get throws {
            let end = Scene.now.seconds + Self.end
            let keys = try [
                Self.text(current, ["status": "current", "iat": 1]), Self.text(next, ["status": "next", "iat": 1]),
                Self.text(retired, ["status": "retired", "iat": 1, "exp": .integer(end)]),
            ]
            return try KeyRing(
                reading: try Secret(utf8: "{\"keys\":[" + keys.joined(separator: ",") + "]}"), source: "test")
        }
    }

    private static func text(_ key: DecryptionKey, _ members: KeyValuePairs<String, JSONValue>) throws -> String {
        let jwk = try key.privateJWK(with: members.map { (name: $0.key, value: $0.value) })
        return jwk.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}
