internal import COpenSSL
internal import Secrets

/// What a key for ECDH-ES is made of.
extension KeyHandle {
    /// The public part; nil when it is on another curve.
    func point(on curve: EllipticCurve) -> AgreementPoint? {
        var octets = [UInt8](repeating: 0, count: 1 + 2 * curve.size)
        var count = 0
        let name = OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY
        guard EVP_PKEY_get_octet_string_param(pointer, name, &octets, octets.count, &count) == 1 else { return nil }
        return AgreementPoint(curve: curve, octets: Array(octets.prefix(count)))
    }

    /// The private part of a pair on `curve`, written as in a JWK.
    func scalar(on curve: EllipticCurve) throws(SealFault) -> Secret {
        try Secret(exactly: curve.size, or: SealFault.cryptographyFailed, full: .secureMemory) { target in
            switch curve {
            case .p256:
                guard reads(.number("priv", target), count: target.count) else { return false }
                // A number is in this machine's order, a JWK is big-endian.
                var number = target
                if 1.littleEndian == 1 { number.reverse() }
                return true
            case .x25519, .ed25519: return reads(.octets("priv", UnsafeRawBufferPointer(target)), count: target.count)
            }
        }
    }

    private func reads(_ parameter: OSSL_PARAM, count: Int) -> Bool {
        var parameters = [parameter, OSSL_PARAM_construct_end()]
        return EVP_PKEY_get_params(pointer, &parameters) == 1 && parameters[0].return_size == count
    }
}
