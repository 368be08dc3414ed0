internal import COpenSSL
internal import Secrets

/// Keys of libcrypto, written as a JWK would be.
extension JWK {
    /// The members of `key`.
    ///
    /// - Parameter isPrivate: Whether the private members are wanted too.
    /// - Throws: ``KeyProblem/unsupportedType(_:)`` for types that have no place here.
    init(exporting key: KeyHandle, isPrivate: Bool) throws(KeyProblem) {
        self.init()
        switch key.typeName {
        case "RSA": try exportRSA(key, isPrivate: isPrivate)
        case "EC" where key.groupName == "prime256v1": try exportP256(key, isPrivate: isPrivate)
        case "ED25519": try exportEd25519(key, isPrivate: isPrivate)
        case let type: throw .unsupportedType("'\(type)\(key.groupName.map { " " + $0 } ?? "")'")
        }
    }

    private mutating func exportRSA(_ key: KeyHandle, isPrivate: Bool) throws(KeyProblem) {
        keyType = "RSA"
        modulus = try key.number(OSSL_PKEY_PARAM_RSA_N)
        exponent = try key.number(OSSL_PKEY_PARAM_RSA_E)
        guard isPrivate else { return }
        privateKey = try key.secretNumber(OSSL_PKEY_PARAM_RSA_D)
        for factor in RSAFactor.allCases {
            factors[factor] = try key.secretNumber(factor.parameter.description)
        }
    }

    private mutating func exportP256(_ key: KeyHandle, isPrivate: Bool) throws(KeyProblem) {
        (keyType, curve) = (EllipticCurve.p256.keyType, EllipticCurve.p256.rawValue)
        x = try key.number(OSSL_PKEY_PARAM_EC_PUB_X, size: EllipticCurve.p256.size)
        y = try key.number(OSSL_PKEY_PARAM_EC_PUB_Y, size: EllipticCurve.p256.size)
        if isPrivate { privateKey = try key.secretNumber(OSSL_PKEY_PARAM_PRIV_KEY, size: EllipticCurve.p256.size) }
    }

    private mutating func exportEd25519(_ key: KeyHandle, isPrivate: Bool) throws(KeyProblem) {
        (keyType, curve) = (EllipticCurve.ed25519.keyType, EllipticCurve.ed25519.rawValue)
        x = key.rawPublicKey
        if isPrivate { privateKey = try key.rawPrivateKey() }
    }
}
