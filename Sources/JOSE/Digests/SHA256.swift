internal import COpenSSL
public import Secrets

/// The hash SHA-256 (FIPS 180-4), over bytes that come in pieces.
///
/// One value serves any number of messages in turn: ``finish()`` makes it ready for the next without taking memory anew.
public struct SHA256: ~Copyable {
    /// Bytes in a digest.
    public static let size = 32

    private let context: OpaquePointer

    /// Makes it ready for the first message.
    public init() {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
        self.context = context
        begin()
    }

    /// Takes in the next piece of the message.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            preconditionFailure("libcrypto failed to compute SHA-256")
        }
    }

    /// Takes in the next piece of the message.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of the message, 32 bytes; the next message may follow.
    public mutating func finish() -> [UInt8] {
        let digest = [UInt8](unsafeUninitializedCapacity: Self.size) { target, count in
            guard EVP_DigestFinal_ex(context, target.baseAddress, nil) == 1 else {
                preconditionFailure("libcrypto failed to compute SHA-256")
            }
            count = Self.size
        }
        begin()
        return digest
    }

    // A machine without SHA-256 has no chain, no thumbprints and no signatures: nothing can go on there.
    private func begin() {
        guard EVP_DigestInit_ex2(context, Algorithms.sha256, nil) == 1 else {
            preconditionFailure("libcrypto offers no SHA-256")
        }
    }

    deinit {
        EVP_MD_CTX_free(context)
    }
}

extension SHA256 {
    /// The digest of `pieces` one after another, 32 bytes.
    public static func digest(_ pieces: [UInt8]...) -> [UInt8] {
        var hash = SHA256()
        for piece in pieces { hash.update(piece) }
        return hash.finish()
    }

    /// The digest of `bytes`, 32 bytes.
    public static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    /// The code HMAC-SHA-256 (RFC 2104) of `pieces` one after another, 32 bytes.
    public static func hmac(key: borrowing Secret, _ pieces: [UInt8]...) -> [UInt8] {
        key.withUnsafeBytes { key in
            var code = AuthenticationCode(key: key)
            for piece in pieces { piece.withUnsafeBytes { code.update($0) } }
            return code.finish()
        }
    }

    /// The code HMAC-SHA-256 (RFC 2104) of `message`, 32 bytes.
    public static func hmac(key: borrowing Secret, _ message: borrowing Secret) -> [UInt8] {
        key.withUnsafeBytes { key in
            var code = AuthenticationCode(key: key)
            message.withUnsafeBytes { code.update($0) }
            return code.finish()
        }
    }
}
