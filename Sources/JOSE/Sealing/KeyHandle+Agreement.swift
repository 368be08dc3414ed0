internal import COpenSSL
internal import Secrets

/// ECDH (SP 800-56A section 5.7.1.2, RFC 7748 section 6.1).
///
/// The private parts of keys stay in libcrypto's secure heap. What it computes with them passes through its stack and
/// ordinary memory for that moment. There it wipes the shared secret and what is derived from it; but of a private key on
/// P-256, OpenSSL 3.0 leaves one copy in memory that it has freed (`ecp_nistz256.c`), which X25519 does not.
extension KeyHandle {
    /// A new key pair.
    static func generate(_ curve: EllipticCurve) throws(SealFault) -> KeyHandle {
        let context = EVP_PKEY_CTX_new_from_name(nil, curve == .p256 ? "EC" : curve.rawValue, nil)
        defer { EVP_PKEY_CTX_free(context) }
        let parameters = (curve == .p256 ? [.text("group", "P-256")] : []) + [OSSL_PARAM_construct_end()]
        var pointer: OpaquePointer?
        let isMade =
            EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_params(context, parameters) == 1
            && EVP_PKEY_generate(context, &pointer) == 1
        guard isMade, let pair = KeyHandle(pointer) else { throw .cryptographyFailed }
        return pair
    }

    /// The secret that this key pair and the owner of `peer`, which is on the same curve, have in common.
    ///
    /// libcrypto refuses a peer of small order on X25519, whose secret would be all zeros; that a point of P-256 is on the
    /// curve was seen when its key was made, and is not looked at again.
    func agree(with peer: KeyHandle) throws(SealFault) -> Secret {
        let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil)
        defer { EVP_PKEY_CTX_free(context) }
        let size = EllipticCurve.p256.size
        return try Secret(exactly: size, or: SealFault.cannotBeOpened, full: .secureMemory) { target in
            var count = target.count
            let bytes = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return EVP_PKEY_derive_init(context) == 1
                && EVP_PKEY_derive_set_peer_ex(context, peer.pointer, 0) == 1
                && EVP_PKEY_derive(context, bytes, &count) == 1 && count == target.count
        }
    }
}
