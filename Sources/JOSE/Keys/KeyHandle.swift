internal import COpenSSL

/// The owner of one key of libcrypto.
///
/// Unchecked: the key never changes after it is made, and libcrypto lets several threads use such a key at once
/// (openssl-threads(7)).
final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over `pointer`; nil when there is none, and libcrypto's list of errors is then emptied.
    init?(_ pointer: OpaquePointer?) {
        guard let pointer else {
            ERR_clear_error()
            return nil
        }
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }
}
