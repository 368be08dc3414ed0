internal import COpenSSL
internal import Secrets

/// Keys on elliptic curves, made from what a JWK holds.
extension KeyHandle {
    /// The public key at the point (`x`, `y`) of P-256, 32 bytes each; nil when that is no point of the curve.
    static func p256(x: [UInt8], y: [UInt8]) -> KeyHandle? {
        point(x, y).withUnsafeBytes { point in
            guard var parameters = KeyParameters(), parameters.add("group", text: "P-256"),
                parameters.add("pub", bytes: point)
            else { return nil }
            // The quick check leaves out the order of the point: all of P-256 have the same one (cofactor 1).
            return parameters.key(type: "EC", isPrivate: false)?.checked(EVP_PKEY_public_check_quick)
        }
    }

    /// The key pair of P-256; nil unless `privateKey` is that of the point (`x`, `y`).
    static func p256(x: [UInt8], y: [UInt8], privateKey: SharedSecret) -> KeyHandle? {
        point(x, y).withUnsafeBytes { point in
            guard var parameters = KeyParameters(), parameters.add("group", text: "P-256"),
                parameters.add("pub", bytes: point), parameters.add("priv", number: privateKey)
            else { return nil }
            return parameters.key(type: "EC", isPrivate: true)?.checked(EVP_PKEY_check)
        }
    }

    /// The public key `x` of 32 bytes on Ed25519 or X25519. Whether it is a good point is for the caller to judge.
    static func montgomeryOrEdwards(_ curve: EllipticCurve, x: [UInt8]) -> KeyHandle? {
        KeyHandle(EVP_PKEY_new_raw_public_key_ex(nil, curve.rawValue, nil, x, x.count))
    }

    /// The key pair of Ed25519 or X25519; nil unless `privateKey`, 32 bytes, is that of `x`.
    static func montgomeryOrEdwards(_ curve: EllipticCurve, x: [UInt8], privateKey: SharedSecret) -> KeyHandle? {
        let key = privateKey.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return KeyHandle(EVP_PKEY_new_raw_private_key_ex(nil, curve.rawValue, nil, start, bytes.count))
        }
        return key?.rawPublicKey == x ? key : nil
    }

    /// The public key of Ed25519 or X25519, 32 bytes; nil for other types.
    var rawPublicKey: [UInt8]? {
        var count = 32
        var bytes = [UInt8](repeating: 0, count: count)
        guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1, count == bytes.count else {
            ERR_clear_error()
            return nil
        }
        return bytes
    }

    /// An uncompressed point (SEC 1 section 2.3.3).
    private static func point(_ x: [UInt8], _ y: [UInt8]) -> [UInt8] { [4] + x + y }

    /// Itself, if it passes `check`.
    func checked(_ check: (OpaquePointer) -> Int32) -> KeyHandle? {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        guard check(context) == 1 else {
            ERR_clear_error()
            return nil
        }
        return self
    }
}
