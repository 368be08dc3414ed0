/// The members of a private RSA key beside `d`, by their names in a JWK (RFC 7518 section 6.3.2).
enum RSAFactor: String, Sendable, CaseIterable {
    case firstPrime = "p"
    case secondPrime = "q"
    case firstExponent = "dp"
    case secondExponent = "dq"
    case coefficient = "qi"

    /// Its name in libcrypto (EVP_PKEY-RSA(7)).
    var parameter: StaticString {
        switch self {
        case .firstPrime: "rsa-factor1"
        case .secondPrime: "rsa-factor2"
        case .firstExponent: "rsa-exponent1"
        case .secondExponent: "rsa-exponent2"
        case .coefficient: "rsa-coefficient1"
        }
    }
}
