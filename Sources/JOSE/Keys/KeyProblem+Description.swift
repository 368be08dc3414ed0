extension KeyProblem: CustomStringConvertible {
    /// The problem as a clause for the administrator who wrote the key's file.
    public var description: String {
        switch self {
        case .notKeys: "there is neither a JWK set, nor a JWK, nor a PEM block in it"
        case .tooLarge(let limit): "it is larger than the limit of \(limit) bytes"
        case .tooMany(let limit): "there are more than \(limit) keys in it"
        case .noKeys: "there is no key in it"
        case .malformed(let malformation): "\(malformation)"
        case .malformedPEM(let found): found
        case .privateKey: "it is a private key, which must stay with its owner; give the public key"
        case .notPrivate: "it is not a private key"
        case .unsupportedType(let type): "its type \(type) is not one of P-256, Ed25519 and RSA"
        case .algorithm(let found, let expected):
            "its alg is '\(found)', but keys of its type are used with \(expected.rawValue) only"
        case .purpose(let purpose): "its \(purpose), so it is not meant for signatures"
        case .modulus(let bits):
            "its modulus has \(bits) bits, not \(RSAKey.modulusBits.lowerBound) to \(RSAKey.modulusBits.upperBound)"
        case .exponent: "its public exponent is not an odd number from 65537 on, of at most 64 bits"
        case .point: "it is not a good point of its curve in canonical form"
        case .inconsistent: "its numbers do not belong together"
        case .duplicateID: "another key has the same identifier"
        case .secureMemory: "there is no locked memory left for it"
        case .libcrypto: "libcrypto could not use it"
        }
    }
}
