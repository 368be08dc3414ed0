/// The curve of a key that passwords are sealed to (RFC 7518 section 6.2.1.1, RFC 8037 section 2).
public enum KeyCurve: String, Sendable, CaseIterable {
    /// NIST's, which every implementation has.
    case p256 = "P-256"
    /// Curve25519's Diffie-Hellman function (RFC 7748).
    case x25519 = "X25519"
}
