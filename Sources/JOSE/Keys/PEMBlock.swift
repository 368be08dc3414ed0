internal import COpenSSL

/// One block of a PEM text, decoded into locked memory.
struct PEMBlock: ~Copyable {
    /// The label, such as `PUBLIC KEY`.
    private let name: String
    /// Whether there are no headers, such as those of an encrypted key.
    private let isPlain: Bool
    private let bytes: UnsafeMutableRawBufferPointer

    /// Takes over `bytes`, which libcrypto allocated.
    init(name: String, isPlain: Bool, bytes: UnsafeMutableRawBufferPointer) {
        self.name = name
        self.isPlain = isPlain
        self.bytes = bytes
    }

    /// The key of a SubjectPublicKeyInfo or of a certificate.
    func publicKey() throws(KeyProblem) -> JWK {
        if name.hasSuffix("PRIVATE KEY") { throw .privateKey }
        switch name {
        case "PUBLIC KEY": return try export(decode(EVP_PKEY_free) { d2i_PUBKEY(nil, $0, $1) }, isPrivate: false)
        case "CERTIFICATE":
            let certificate = decode(X509_free) { d2i_X509(nil, $0, $1) }
            defer { X509_free(certificate) }
            guard let certificate else { throw unreadable() }
            return try export(X509_get_pubkey(certificate), isPrivate: false)
        default: throw .malformedPEM("it is a PEM block '\(label)', not 'PUBLIC KEY' or 'CERTIFICATE'")
        }
    }

    /// The key of a PrivateKeyInfo (PKCS#8, RFC 5958) without a password.
    func privateKey() throws(KeyProblem) -> JWK {
        guard name == "PRIVATE KEY", isPlain else {
            throw .malformedPEM("it is a PEM block '\(label)', not an unencrypted 'PRIVATE KEY' (PKCS#8)")
        }
        let container = decode(PKCS8_PRIV_KEY_INFO_free) { d2i_PKCS8_PRIV_KEY_INFO(nil, $0, $1) }
        defer { PKCS8_PRIV_KEY_INFO_free(container) }
        guard let container else { throw unreadable() }
        return try export(EVP_PKCS82PKEY(container), isPrivate: true)
    }

    private func export(_ pointer: OpaquePointer?, isPrivate: Bool) throws(KeyProblem) -> JWK {
        guard let key = KeyHandle(pointer) else { throw unreadable() }
        return try JWK(exporting: key, isPrivate: isPrivate)
    }

    /// Decodes all the bytes by a function of libcrypto's d2i family; `free` undoes it when something is left over.
    private func decode(
        _ free: (OpaquePointer) -> Void, _ decoder: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) -> OpaquePointer? {
        let start = UnsafePointer(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        var end = start
        defer { ERR_clear_error() }
        guard let found = decoder(&end, bytes.count) else { return nil }
        if end == start?.advanced(by: bytes.count) { return found }
        free(found)
        return nil
    }

    /// The label, bounded: it is a text from outside.
    private var label: String { String(name.prefix(64)) }

    private func unreadable() -> KeyProblem {
        .malformedPEM("its PEM block '\(label)' holds nothing that can be read as a key")
    }

    deinit {
        writebackd_secure_clear_free(bytes.baseAddress, bytes.count)
    }
}
