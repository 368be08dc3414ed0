/// The signature algorithms in use, by their names in JOSE.
public enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// EdDSA with Ed25519 (RFC 8037 section 3.1).
    case edDSA = "EdDSA"
    /// ECDSA with P-256 and SHA-256 (RFC 7518 section 3.4).
    case es256 = "ES256"
    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518 section 3.5).
    case ps256 = "PS256"

    /// Bytes that a signature can have; with RSA, the key decides which of them.
    var signatureSizes: ClosedRange<Int> {
        switch self {
        case .edDSA, .es256: 64...64
        case .ps256: RSAKey.modulusBits.lowerBound / 8...RSAKey.modulusBits.upperBound / 8
        }
    }
}
