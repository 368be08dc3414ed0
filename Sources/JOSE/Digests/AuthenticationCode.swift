internal import COpenSSL

/// HMAC-SHA-256 (RFC 2104) in the making.
struct AuthenticationCode: ~Copyable {
    private let context: OpaquePointer

    init(key: UnsafeRawBufferPointer) {
        guard let algorithm = Algorithms.hmac, let context = EVP_MAC_CTX_new(algorithm) else {
            preconditionFailure("libcrypto offers no HMAC")
        }
        self.context = context
        let parameters: [OSSL_PARAM] = [.text("digest", "SHA256"), OSSL_PARAM_construct_end()]
        // Without a key, EVP_MAC_init would look for one set earlier: an empty key is a key all the same.
        let bytes = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let isReady = EVP_MAC_init(context, bytes, key.count, parameters) == 1
        precondition(isReady, "libcrypto offers no HMAC-SHA-256")
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let pointer = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        precondition(EVP_MAC_update(context, pointer, bytes.count) == 1, "libcrypto failed to compute HMAC-SHA-256")
    }

    consuming func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.size) { target, count in
            let isDone = EVP_MAC_final(context, target.baseAddress, &count, SHA256.size) == 1
            precondition(isDone && count == SHA256.size, "libcrypto failed to compute HMAC-SHA-256")
        }
    }

    deinit {
        EVP_MAC_CTX_free(context)
    }
}
