internal import Foundation
public import JOSE
internal import JSON
internal import Secrets

/// The reset service of the tests: it signs requests and seals passwords, as a caller does.
public struct Cloud: Sendable {
    /// The `iss` of its requests.
    public let issuer: String
    /// The `aud` of its requests.
    public var agent = "test.example.test"
    /// What it signs with.
    public let key: SigningKey

    /// A service with a new key.
    public init(
        issuer: String = "https://reset.example.test", algorithm: SignatureAlgorithm = .edDSA, keyID: String = "cloud-1"
    ) throws {
        self.issuer = issuer
        key = try SigningKey.generate(algorithm, id: keyID)
    }

    /// The JWK set for the agent's configuration.
    public var publicKeys: String { JSONValue.members(["keys": .array([key.publicJWK])]).text }

    func section(keys path: String) -> String {
        """
        [callers.cloud]
        trust = "signature"
        issuer = "\(issuer)"
        keys = ["\(path)"]
        users = ["0"]
        """
    }

    /// A signed request.
    ///
    /// - Parameters:
    ///   - claims: Claims of its own, which replace the usual ones; `NSNull()` leaves one out.
    public func token(_ operation: String, _ account: String, _ claims: [String: Any] = [:], id: String) throws
        -> String
    {
        let now = Int(Date().timeIntervalSince1970)
        var all: [String: Any] = [
            "iss": issuer, "aud": agent, "jti": id, "iat": now, "exp": now + 120, "auth_time": now, "op": operation,
            "account": ["name": account],
        ]
        all.merge(claims) { $1 }
        return try sign(all.filter { !($0.value is NSNull) })
    }

    /// Signs any claims at all.
    public func sign(_ claims: [String: Any], type: String = "writeback-request+jwt") throws -> String {
        let payload = try JSONSerialization.data(withJSONObject: claims, options: [.sortedKeys])
        return try key.sign(Array(payload), type: type)
    }

    /// Seals a password to the agent for one request.
    public func seal(_ password: String, for id: String, to daemon: Daemon) throws -> String {
        try seal(password, for: id, to: try daemon.get("/v1/keys").body)
    }

    /// Seals a password to the first of the agent's `keys` for one request.
    public func seal(_ password: String, for id: String, to keys: String) throws -> String {
        let set = try JSONSerialization.jsonObject(with: Data(keys.utf8)) as? [String: [[String: Any]]]
        guard let first = set?["keys"]?.first else { throw TestFailure("no key in \(keys)") }
        let text = String(decoding: try JSONSerialization.data(withJSONObject: first), as: UTF8.self)
        return try EncryptionKey(parsing: text).seal(
            try Secret(utf8: password), issuer: issuer, audience: agent, requestID: id)
    }
}
