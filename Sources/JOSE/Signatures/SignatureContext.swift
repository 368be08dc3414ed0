internal import COpenSSL

/// One signature being made or checked (EVP_DigestSign(3), EVP_DigestVerify(3)).
struct SignatureContext: ~Copyable {
    private let context: OpaquePointer

    /// Nil when there is no memory.
    init?() {
        guard let context = EVP_MD_CTX_new() else { return nil }
        self.context = context
    }

    /// Whether `signature`, in libcrypto's form, is that of `message`.
    func verifies(
        _ signature: [UInt8], of message: UnsafeRawBufferPointer, by key: KeyHandle, _ algorithm: SignatureAlgorithm
    ) -> Bool {
        var parameters: OpaquePointer?
        let digest = Self.digest(of: algorithm)
        guard EVP_DigestVerifyInit_ex(context, &parameters, digest, nil, nil, key.pointer, nil) == 1,
            Self.prepare(parameters, algorithm)
        else { return false }
        let start = message.baseAddress?.assumingMemoryBound(to: UInt8.self)
        return EVP_DigestVerify(context, signature, signature.count, start, message.count) == 1
    }

    /// The signature of `message` in libcrypto's form; nil when the key cannot sign.
    func signature(of message: [UInt8], by key: KeyHandle, _ algorithm: SignatureAlgorithm) -> [UInt8]? {
        var parameters: OpaquePointer?
        var count = 0
        let digest = Self.digest(of: algorithm)
        guard EVP_DigestSignInit_ex(context, &parameters, digest, nil, nil, key.pointer, nil) == 1,
            Self.prepare(parameters, algorithm),
            EVP_DigestSign(context, nil, &count, message, message.count) == 1
        else { return nil }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else { return nil }
        return Array(signature.prefix(count))
    }

    /// EdDSA has its digest built in.
    private static func digest(of algorithm: SignatureAlgorithm) -> String? {
        switch algorithm {
        case .edDSA: nil
        case .es256, .ps256: "SHA256"
        }
    }

    /// Sets what PS256 fixes beside the digest: PSS, MGF1 with SHA-256, a salt of exactly 32 bytes.
    private static func prepare(_ parameters: OpaquePointer?, _ algorithm: SignatureAlgorithm) -> Bool {
        guard algorithm == .ps256 else { return true }
        return EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, Algorithms.sha256) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, Int32(SHA256.size)) == 1
    }

    deinit {
        EVP_MD_CTX_free(context)
        ERR_clear_error()
    }
}
