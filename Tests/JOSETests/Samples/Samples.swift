import JOSE
import JSON
import Secrets

/// The type of token that the tests use.
let sampleType = "writeback-request+jwt"

/// One key of each algorithm; making those of RSA takes a while.
enum SampleKeys {
    private static let keys = Result {
        try [
            SignatureAlgorithm.edDSA: SigningKey.generate(.edDSA, id: "ed"),
            .es256: SigningKey.generate(.es256, id: "ec"),
            .ps256: SigningKey.generate(.ps256, id: "rsa"),
        ]
    }

    /// The signer of `algorithm`.
    static func signer(_ algorithm: SignatureAlgorithm) throws -> SigningKey {
        guard let key = try keys.get()[algorithm] else { throw SampleFailure() }
        return key
    }

    /// What checks the signatures of ``signer(_:)``.
    static func verifier(_ algorithm: SignatureAlgorithm) throws -> VerificationKey {
        try signer(algorithm).verifier()
    }
}

struct SampleFailure: Error {}

extension SigningKey {
    /// The other half of the key, taken from its public JWK.
    func verifier() throws -> VerificationKey {
        guard let key = try VerificationKeys.read(publicJWK.text).first else { throw SampleFailure() }
        return key
    }
}

extension Secret {
    /// A secret of bytes that are none where they come from.
    init(bytes: [UInt8]) throws(SecretError) {
        try self.init(capacity: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
    }
}
