import ArgumentParser
import Foundation
import JOSE
import JSON
import Secrets

/// Signs resets as a caller does: each with an identifier and a sealed password of its own.
struct TokenForge {
    let key: SigningKey
    let agentKey: EncryptionKey
    let issuer: String
    let audience: String
    private let run = UUID().uuidString

    init(key: SigningKey, agentKey: EncryptionKey?, issuer: String, audience: String) throws {
        guard let agentKey else { throw ValidationError("the agent tells no key") }
        (self.key, self.agentKey, self.issuer, self.audience) = (key, agentKey, issuer, audience)
    }

    /// A token that is good for five minutes, the longest that an agent takes.
    func token(for person: Int, number: Int) throws -> String {
        let (now, id) = (Int(Date().timeIntervalSince1970), "\(run)-\(number)")
        let name = String(person)
        let account = "u" + String(repeating: "0", count: max(0, 5 - name.count)) + name
        let password = try Secret(utf8: "Bench-" + Self.letters())
        let sealed = try agentKey.seal(password, issuer: issuer, audience: audience, requestID: id)
        let claims: JSONValue = [
            "iss": .string(issuer), "aud": .string(audience), "jti": .string(id), "iat": .integer(now),
            "exp": .integer(now + 300), "auth_time": .integer(now), "op": "reset",
            "account": ["name": .string(account)], "amr": .array(["sms", "otp"]), "client": "web",
            "new_password": .string(sealed),
        ]
        return try key.sign(Array(claims.text.utf8), type: "writeback-request+jwt")
    }

    /// Random letters: some directories refuse a password that has a part of the account's name in it, such as its digits.
    private static func letters() -> String {
        String((0..<16).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A))) })
    }
}
