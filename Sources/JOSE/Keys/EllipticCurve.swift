/// The curves in use, by their names in JOSE (RFC 7518 section 6.2.1.1, RFC 8037 section 2).
public enum EllipticCurve: String, Sendable, CaseIterable {
    /// NIST P-256, for ES256 and ECDH-ES.
    case p256 = "P-256"
    /// Curve25519 for ECDH-ES (RFC 7748).
    case x25519 = "X25519"
    /// Curve25519 for EdDSA (RFC 8032).
    case ed25519 = "Ed25519"

    /// The key type that a JWK of this curve has.
    var keyType: String {
        switch self {
        case .p256: "EC"
        case .x25519, .ed25519: "OKP"
        }
    }

    /// Bytes in a coordinate, and in a private key.
    var size: Int { 32 }
}
