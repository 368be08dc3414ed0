/// A public key that signatures are checked with, found good: of a type in use, on its curve, of a safe size.
public struct VerificationKey: Sendable {
    /// The key's `kid`; its SHA-256 thumbprint (RFC 7638) when it was given none.
    public let id: String
    /// The one algorithm that the key is used with.
    public let algorithm: SignatureAlgorithm
    let handle: KeyHandle

    /// Judges `key`, which must be public.
    init(_ key: JWK) throws(KeyProblem) {
        guard !key.isPrivate else { throw .privateKey }
        algorithm = try key.signatureAlgorithm(for: "verify")
        handle = try key.publicKey(for: algorithm)
        id = key.id ?? key.thumbprint
    }

    /// Whether `signature`, in JOSE's form, is that of `message`.
    func accepts(_ signature: [UInt8], of message: UnsafeRawBufferPointer) -> Bool {
        guard let signature = canonical(signature), let context = SignatureContext() else { return false }
        return context.verifies(signature, of: message, by: handle, algorithm)
    }

    /// The signature in libcrypto's form; nil when it is not in the one form that JOSE has for it.
    ///
    /// libcrypto itself refuses what is not checked here: a number S of EdDSA from L on, a non-canonical R.
    private func canonical(_ signature: [UInt8]) -> [UInt8]? {
        guard signature.count == signatureSize else { return nil }
        switch algorithm {
        case .ps256: return signature
        case .es256: return ES256Signature(signature)?.der
        case .edDSA: return EdwardsPoint(signature.prefix(32))?.isOfSmallOrder == false ? signature : nil
        }
    }
}
