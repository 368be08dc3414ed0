/// The claims by which a signed request is judged (RFC 7519 section 4.1).
public struct Claims: Sendable, Equatable {
    /// `iss`: who has signed it.
    public let issuer: String
    /// `aud`: which agent it is for; one name, not a list.
    public let audience: String
    /// `iat`: when it was signed.
    public let issuedAt: Timestamp
    /// `exp`: when it ends.
    public let expiresAt: Timestamp
    /// `auth_time`: when the user was verified (OpenID Connect Core section 2), if it says so.
    public let authenticatedAt: Timestamp?
}
