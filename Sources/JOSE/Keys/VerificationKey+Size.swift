internal import COpenSSL

extension VerificationKey {
    /// Bytes in a signature: 64, or as many as the modulus of RSA has.
    var signatureSize: Int {
        switch algorithm {
        case .edDSA, .es256: ES256Signature.size
        case .ps256: Int(EVP_PKEY_get_size(handle.pointer))
        }
    }
}
