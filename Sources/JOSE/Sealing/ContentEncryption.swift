internal import COpenSSL
internal import Secrets

/// AES-256 in Galois/Counter Mode (`A256GCM`, RFC 7518 section 5.3).
enum ContentEncryption {
    /// `enc` in the protected header.
    static let name = "A256GCM"
    /// Bytes of a key.
    static let keySize = 32
    /// Bytes of an initialization vector.
    static let vectorSize = 12
    /// Bytes of an authentication tag.
    static let tagSize = 16

    // Unsafe only to the compiler: an algorithm that was fetched never changes and is never freed (openssl-threads(7)).
    private nonisolated(unsafe) static let algorithm = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)

    /// The plaintext, when `tag` shows that it and `authenticated` were sealed together by somebody with `key`.
    static func open(
        _ ciphertext: [UInt8], vector: [UInt8], tag: [UInt8], authenticated: [UInt8], key: borrowing Secret
    ) throws(SealFault) -> Secret {
        guard let context = EVP_CIPHER_CTX_new() else { throw .secureMemory }
        defer { EVP_CIPHER_CTX_free(context) }
        var tag = tag
        return try key.withUnsafeBytes { (key) throws(SealFault) in
            try Secret(exactly: ciphertext.count, or: SealFault.cannotBeOpened, full: .secureMemory) { plaintext in
                var count: Int32 = 0
                let target = plaintext.baseAddress?.assumingMemoryBound(to: UInt8.self)
                return EVP_DecryptInit_ex2(context, algorithm, bytes(key), vector, nil) == 1
                    && EVP_DecryptUpdate(context, nil, &count, authenticated, Int32(authenticated.count)) == 1
                    && EVP_DecryptUpdate(context, target, &count, ciphertext, Int32(ciphertext.count)) == 1
                    && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1
                    && EVP_DecryptFinal_ex(context, target?.advanced(by: ciphertext.count), &count) == 1
            }
        }
    }

    /// The ciphertext of `plaintext` and the tag over it and `authenticated`. A vector must never serve a key twice.
    static func seal(
        _ plaintext: borrowing Secret, vector: [UInt8], authenticated: [UInt8], key: borrowing Secret
    ) throws(SealFault) -> (ciphertext: [UInt8], tag: [UInt8]) {
        guard let context = EVP_CIPHER_CTX_new() else { throw .secureMemory }
        defer { EVP_CIPHER_CTX_free(context) }
        var ciphertext = [UInt8](repeating: 0, count: plaintext.count)
        var tag = [UInt8](repeating: 0, count: tagSize)
        var count: Int32 = 0
        let isSealed = key.withUnsafeBytes { key in
            plaintext.withUnsafeBytes { plaintext in
                EVP_EncryptInit_ex2(context, algorithm, bytes(key), vector, nil) == 1
                    && EVP_EncryptUpdate(context, nil, &count, authenticated, Int32(authenticated.count)) == 1
                    && EVP_EncryptUpdate(context, &ciphertext, &count, bytes(plaintext), Int32(plaintext.count)) == 1
                    && EVP_EncryptFinal_ex(context, nil, &count) == 1
                    && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), &tag) == 1
            }
        }
        guard isSealed else { throw .cryptographyFailed }
        return (ciphertext, tag)
    }

    private static func bytes(_ buffer: UnsafeRawBufferPointer) -> UnsafePointer<UInt8>? {
        buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    }
}
