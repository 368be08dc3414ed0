/// What makes a request the same as another one: who asks, and the identifier that they gave it (RFC 7519 section 4.1.7).
public struct RequestIdentity: Sendable, Hashable {
    /// The `iss` of a signed request; for a caller that does not sign, `peer:` and its configured name.
    public let issuer: String
    /// The `jti`, 1 to 128 characters.
    public let id: String

    /// The request `id` of `issuer`.
    public init(issuer: String, id: String) {
        self.issuer = issuer
        self.id = id
    }
}
