internal import COpenSSL

extension KeyHandle {
    /// Makes a new key pair for `algorithm`.
    static func generate(for algorithm: SignatureAlgorithm) throws(KeyProblem) -> KeyHandle {
        let type =
            switch algorithm {
            case .edDSA: "ED25519"
            case .es256: "EC"
            case .ps256: "RSA"
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, type, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, prepare(context, algorithm),
            EVP_PKEY_generate(context, &key) == 1, let handle = KeyHandle(key)
        else {
            ERR_clear_error()
            throw .libcrypto
        }
        return handle
    }

    private static func prepare(_ context: OpaquePointer?, _ algorithm: SignatureAlgorithm) -> Bool {
        switch algorithm {
        case .edDSA: true
        case .es256: EVP_PKEY_CTX_set_group_name(context, EllipticCurve.p256.rawValue) == 1
        case .ps256: EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(RSAKey.newModulusBits)) == 1
        }
    }
}
