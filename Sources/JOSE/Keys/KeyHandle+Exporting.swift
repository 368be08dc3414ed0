internal import COpenSSL
internal import Secrets

/// What a key is made of.
extension KeyHandle {
    /// Its type in libcrypto, such as `EC`.
    var typeName: String {
        EVP_PKEY_get0_type_name(pointer).map { String(cString: $0) } ?? "unknown"
    }

    /// Its curve in libcrypto, such as `prime256v1`; nil for types that have none.
    var groupName: String? {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1, length < name.count else {
            ERR_clear_error()
            return nil
        }
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A public number, big-endian; in `size` bytes, or in as few as possible.
    func number(_ name: String, size: Int? = nil) throws(KeyProblem) -> [UInt8] {
        var number = BN_new()
        defer { BN_free(number) }
        guard let found = bigNumber(name, &number) else { throw .libcrypto }
        let size = size ?? found.size
        var bytes = [UInt8](repeating: 0, count: size)
        guard BN_bn2binpad(found.pointer, &bytes, Int32(size)) == size else { throw .libcrypto }
        return bytes
    }

    /// A private number, big-endian; in `size` bytes, or in as few as possible.
    func secretNumber(_ name: String, size: Int? = nil) throws(KeyProblem) -> SharedSecret {
        var number = BN_secure_new()
        defer { BN_clear_free(number) }
        guard let found = bigNumber(name, &number) else { throw .notPrivate }
        let size = size ?? found.size
        return try secret(size) { target in
            BN_bn2binpad(found.pointer, target.assumingMemoryBound(to: UInt8.self).baseAddress, Int32(size)) == size
        }
    }

    /// The private key of Ed25519 or X25519, 32 bytes.
    func rawPrivateKey() throws(KeyProblem) -> SharedSecret {
        try secret(32) { target in
            var count = 32
            let start = target.assumingMemoryBound(to: UInt8.self).baseAddress
            return EVP_PKEY_get_raw_private_key(pointer, start, &count) == 1 && count == 32
        }
    }

    private func bigNumber(_ name: String, _ number: inout OpaquePointer?) -> (pointer: OpaquePointer, size: Int)? {
        guard EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number else {
            ERR_clear_error()
            return nil
        }
        return (number, (Int(BN_num_bits(number)) + 7) / 8)
    }

    private func secret(
        _ size: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Bool
    ) throws(KeyProblem) -> SharedSecret {
        SharedSecret(try Secret(exactly: size, or: KeyProblem.libcrypto, full: .secureMemory, fill: fill))
    }
}
