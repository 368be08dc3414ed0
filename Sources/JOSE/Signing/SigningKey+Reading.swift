public import Secrets

extension SigningKey {
    /// Reads a key in either form: a private JWK, or a PEM block.
    ///
    /// - Throws: ``KeyError`` when it is no good key of a type in use.
    public convenience init(parsing text: borrowing Secret) throws(KeyError) {
        let first = text.withUnsafeBytes { $0.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } }
        if first == UInt8(ascii: "{") {
            try self.init(jwk: text)
        } else {
            try self.init(pem: text)
        }
    }

    /// Reads a private JWK (RFC 7517) of type Ed25519, P-256 or RSA.
    ///
    /// - Throws: ``KeyError`` when it is no such key, or its public part is not that of the private one.
    public convenience init(jwk text: borrowing Secret) throws(KeyError) {
        do throws(KeyProblem) {
            try self.init(try text.withUnsafeBytes { (bytes) throws(KeyProblem) in try JWK(judging: bytes) })
        } catch {
            throw KeyError(error)
        }
    }

    /// Reads a PEM block `PRIVATE KEY` (PKCS#8 without a password, RFC 5958), the only one in `text`.
    ///
    /// - Parameter id: The `kid` that the key is to have; nil for its thumbprint.
    /// - Throws: ``KeyError`` when it is no key of a type in use.
    public convenience init(pem text: borrowing Secret, id: String? = nil) throws(KeyError) {
        do throws(KeyProblem) {
            var key = try text.withUnsafeBytes { (bytes) throws(KeyProblem) in try PEMFile.privateKey(bytes) }
            key.id = id
            try self.init(key)
        } catch {
            throw KeyError(id: id, error)
        }
    }
}
