internal import COpenSSL
internal import Secrets

/// The key that two parties derive from their shared secret (RFC 7518 section 4.6.2: NIST SP 800-56A, SHA-256).
struct ConcatKDF {
    /// What the key is for: the name of the content's encryption.
    var algorithm = ContentEncryption.name
    /// Bytes of the key.
    var size = ContentEncryption.keySize
    /// `apu`, about the sender.
    let partyU: [UInt8]
    /// `apv`, about the recipient.
    let partyV: [UInt8]

    // Unsafe only to the compiler: an algorithm that was fetched never changes and is never freed (openssl-threads(7)).
    private nonisolated(unsafe) static let singleStep = EVP_KDF_fetch(nil, "SSKDF", nil)

    /// Derives the key.
    func key(from sharedSecret: borrowing Secret) throws(SealFault) -> Secret {
        guard let context = EVP_KDF_CTX_new(Self.singleStep) else { throw .secureMemory }
        defer { EVP_KDF_CTX_free(context) }
        return try sharedSecret.withUnsafeBytes { (secret) throws(SealFault) in
            try Secret(exactly: size, or: SealFault.cryptographyFailed, full: .secureMemory) { key in
                otherInfo.withUnsafeBytes { info in
                    let parameters: [OSSL_PARAM] = [
                        .text("digest", "SHA256"), .octets("key", secret), .octets("info", info),
                        OSSL_PARAM_construct_end(),
                    ]
                    return EVP_KDF_derive(
                        context, key.baseAddress?.assumingMemoryBound(to: UInt8.self), key.count, parameters) == 1
                }
            }
        }
    }

    /// AlgorithmID, PartyUInfo, PartyVInfo and SuppPubInfo; SuppPrivInfo is empty.
    private var otherInfo: [UInt8] {
        Self.counted(Array(algorithm.utf8)) + Self.counted(partyU) + Self.counted(partyV) + Self.bigEndian(size * 8)
    }

    private static func counted(_ bytes: [UInt8]) -> [UInt8] {
        bigEndian(bytes.count) + bytes
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
    }
}
