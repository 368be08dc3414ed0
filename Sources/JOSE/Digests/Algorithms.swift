internal import COpenSSL

/// Algorithms of libcrypto that are looked up once: a look-up costs more than a short digest.
enum Algorithms {
    // Unsafe only to the compiler: an algorithm that was fetched never changes and is never freed (openssl-threads(7)).
    nonisolated(unsafe) static let sha256 = EVP_MD_fetch(nil, "SHA256", nil)
    nonisolated(unsafe) static let hmac = EVP_MAC_fetch(nil, "HMAC", nil)
}
