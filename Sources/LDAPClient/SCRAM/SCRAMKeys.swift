internal import COpenSSL
internal import Secrets

/// What SCRAM-SHA-256 derives from a password (RFC 5802 section 3, RFC 7677), in locked memory from the first byte on.
struct SCRAMKeys: ~Copyable {
    private let client: Secret
    private let server: Secret

    /// The length of a SHA-256 value.
    static let length = 32

    /// Hashes the password `iterations` times: 4,096 take about 2 ms, a million half a second.
    init(_ password: SharedSecret, salt: [UInt8], iterations: Int32) throws(SecretError) {
        let salted = try Self.salted(password, salt, iterations)
        let client = try Self.authenticationCode("Client Key", salted)
        let server = try Self.authenticationCode("Server Key", salted)
        self.client = client
        self.server = server
    }

    private static func salted(
        _ password: SharedSecret, _ salt: [UInt8], _ iterations: Int32
    ) throws(SecretError) -> Secret {
        try password.withUnsafeBytes { (bytes) throws(SecretError) in
            try Secret(capacity: length) { target in
                let output = target.assumingMemoryBound(to: UInt8.self).baseAddress
                let done = PKCS5_PBKDF2_HMAC(
                    bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), salt, Int32(salt.count),
                    iterations, EVP_sha256(), Int32(length), output)
                return done == 1 ? length : 0
            }
        }
    }

    /// The proof that the client knows the password: the client key, hidden under a signature that the server can make.
    func proof(_ message: String) throws(SecretError) -> Secret {
        let stored = try client.withUnsafeBytes { (key) throws(SecretError) in
            try Secret(capacity: Self.length) { target in
                EVP_Digest(key.baseAddress, key.count, target.baseAddress, nil, EVP_sha256(), nil) == 1
                    ? Self.length : 0
            }
        }
        let signature = try Self.authenticationCode(message, stored)
        return try client.withUnsafeBytes { (key) throws(SecretError) in
            try Secret(capacity: Self.length) { target in
                signature.withUnsafeBytes { signature in
                    for (index, (left, right)) in zip(key, signature).enumerated() { target[index] = left ^ right }
                    return min(key.count, signature.count)
                }
            }
        }
    }

    /// What a server that knows the password, or what it stores instead, signs the conversation with.
    func serverSignature(_ message: String) throws(SecretError) -> Secret {
        try Self.authenticationCode(message, server)
    }

    private static func authenticationCode(_ text: String, _ key: borrowing Secret) throws(SecretError) -> Secret {
        let bytes = Array(text.utf8)
        return try key.withUnsafeBytes { (key) throws(SecretError) in
            try Secret(capacity: length) { target in
                let output = target.assumingMemoryBound(to: UInt8.self).baseAddress
                var count = 0
                _ = EVP_Q_mac(
                    nil, "HMAC", nil, "SHA256", nil, key.baseAddress, key.count, bytes, bytes.count, output, length,
                    &count)
                return count
            }
        }
    }
}
