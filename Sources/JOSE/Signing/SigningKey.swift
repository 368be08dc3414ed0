public import JSON
public import Secrets

/// A private key that a caller signs its requests with.
public final class SigningKey: Sendable {
    /// The key's `kid`; its SHA-256 thumbprint (RFC 7638) when it was given none.
    public let id: String
    /// The one algorithm that the key is used with.
    public let algorithm: SignatureAlgorithm
    private let key: JWK
    private let handle: KeyHandle

    /// Judges `key`, which must be private.
    init(_ key: JWK) throws(KeyProblem) {
        algorithm = try key.signatureAlgorithm(for: "sign")
        handle = try key.keyPair(for: algorithm)
        id = key.id ?? key.thumbprint
        var complete = key
        (complete.id, complete.algorithm, complete.use) = (id, algorithm.rawValue, "sig")
        self.key = complete
    }

    /// Makes a new key; one of RSA has 3072 bits.
    ///
    /// - Parameter id: The `kid` that the key is to have; nil for its thumbprint.
    /// - Throws: ``KeyError`` when libcrypto cannot make one.
    public static func generate(_ algorithm: SignatureAlgorithm, id: String? = nil) throws(KeyError) -> SigningKey {
        do throws(KeyProblem) {
            var key = try JWK(exporting: try KeyHandle.generate(for: algorithm), isPrivate: true)
            key.id = id
            return try SigningKey(key)
        } catch {
            throw KeyError(id: id, error)
        }
    }

    /// The public key, for whoever is to verify: its numbers, `kid`, `alg` and `use`.
    public var publicJWK: JSONValue { key.publicValue }

    /// The whole key as a JWK in locked memory.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public func privateJWK() throws(SecretError) -> Secret {
        try key.privateText()
    }

    /// The signature of `message` in JOSE's form.
    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        let made = SignatureContext()?.signature(of: message, by: handle, algorithm)
        let signature = algorithm == .es256 ? made.flatMap { ES256Signature(der: $0)?.bytes } : made
        guard let signature else { throw KeyError(id: id, .libcrypto) }
        return signature
    }
}
