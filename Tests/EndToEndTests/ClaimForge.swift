import Foundation
import JOSE
import Secrets
import TestSupport

/// Has the cloud sign whatever it is told to; unless told otherwise, a good reset of one account.
struct ClaimForge {
    static let id = "hostile"
    let cloud: Cloud
    /// The agent's keys, as it serves them.
    let keys: String
    let now = Int(Date().timeIntervalSince1970)

    func seal(
        _ password: String = "Correct-Horse-9", id: String = ClaimForge.id, issuer: String? = nil, agent: String? = nil,
        keys: String? = nil
    ) throws -> String {
        guard let key = try EncryptionKey.read(Array((keys ?? self.keys).utf8)).first else {
            throw TestFailure("no key in \(keys ?? self.keys)")
        }
        return try key.seal(
            try Secret(utf8: password), issuer: issuer ?? cloud.issuer, audience: agent ?? cloud.agent, requestID: id)
    }

    /// A token with these claims in place of the usual ones; `NSNull()` leaves one out.
    func token(_ claims: [String: Any] = [:]) throws -> String {
        let sealed = ["new_password": try seal()] as [String: Any]
        return try cloud.token("reset", "alice", sealed.merging(claims) { $1 }, id: Self.id)
    }

    /// A token whose payload begins with `opening`, and goes on with all claims of a good one but `exp`.
    func sign(_ opening: String) throws -> String {
        let payload = try token(["exp": NSNull()]).split(separator: ".")[1]
        let claims = (Base64URL.decode(String(payload)) ?? []).dropFirst()
        return try cloud.key.sign(Array(opening.utf8) + claims, type: TokenForge.type)
    }

    /// The payload of a good token.
    var payload: [UInt8] {
        get throws { Base64URL.decode(String(try token().split(separator: ".")[1])) ?? [] }
    }
}
