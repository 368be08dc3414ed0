internal import COpenSSL

extension EncryptionKey {
    /// The key as a SubjectPublicKeyInfo in PEM (RFC 7468 section 13, RFC 5480, RFC 8410).
    ///
    /// - Throws: ``SealFault/cryptographyFailed``.
    public func pem() throws(SealFault) -> String {
        let memory = BIO_new(BIO_s_mem())
        defer { BIO_free(memory) }
        guard let key = point.publicKey, PEM_write_bio_PUBKEY(memory, key.pointer) == 1 else {
            throw .cryptographyFailed
        }
        var text = [UInt8](repeating: 0, count: BIO_ctrl_pending(memory))
        guard BIO_read(memory, &text, Int32(text.count)) == text.count else { throw .cryptographyFailed }
        return String(decoding: text, as: UTF8.self)
    }
}
