internal import COpenSSL
internal import JSON

/// The bounds of RSA keys, and how they are made.
enum RSAKey {
    /// Bits of a modulus: the minimum of RFC 7518 section 3.5, and as many as can be verified within a few milliseconds.
    static let modulusBits = 2048...8192
    /// Bits of a modulus that is made here.
    static let newModulusBits = 3072
    /// libcrypto verifies with larger exponents only for some sizes of the modulus.
    private static let exponentBytes = 8

    /// The public key with these numbers; big-endian, without leading zeros.
    static func publicKey(of key: JWK) throws(KeyProblem) -> KeyHandle {
        let (modulus, exponent) = try numbers(of: key)
        guard var parameters = KeyParameters(), parameters.add("n", number: modulus),
            parameters.add("e", number: exponent),
            let handle = parameters.key(type: "RSA", isPrivate: false)?.checked(EVP_PKEY_public_check)
        else { throw .inconsistent }
        return handle
    }

    /// The key pair; all members of RFC 7518 section 6.3.2 but `oth` are required.
    static func keyPair(of key: JWK) throws(KeyProblem) -> KeyHandle {
        let (modulus, exponent) = try numbers(of: key)
        guard let privateKey = key.privateKey else { throw .notPrivate }
        guard var parameters = KeyParameters(), parameters.add("n", number: modulus),
            parameters.add("e", number: exponent), parameters.add("d", number: privateKey)
        else { throw .libcrypto }
        for factor in RSAFactor.allCases {
            guard let number = key.factors[factor] else {
                throw .malformed(.init(field: factor.rawValue, problem: .missing))
            }
            guard parameters.add(factor.parameter, number: number) else { throw .libcrypto }
        }
        guard let handle = parameters.key(type: "RSA", isPrivate: true)?.checked(EVP_PKEY_check) else {
            throw .inconsistent
        }
        return handle
    }

    private static func numbers(of key: JWK) throws(KeyProblem) -> (modulus: [UInt8], exponent: [UInt8]) {
        let modulus = try number(key.modulus, "n")
        let exponent = try number(key.exponent, "e")
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard modulusBits.contains(bits) else { throw .modulus(bits: bits) }
        let value = exponent.count <= exponentBytes ? exponent.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } : 0
        guard value >= 65537, !value.isMultiple(of: 2) else { throw .exponent }
        return (modulus, exponent)
    }

    /// RFC 7518 section 2: the fewest bytes that hold the number.
    private static func number(_ bytes: [UInt8]?, _ name: String) throws(KeyProblem) -> [UInt8] {
        guard let bytes else { throw .malformed(.init(field: name, problem: .missing)) }
        guard bytes.first != 0 else {
            throw .malformed(.init(field: name, problem: .forbiddenCharacter("a number without leading zero bytes")))
        }
        return bytes
    }
}
