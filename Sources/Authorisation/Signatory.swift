public import JOSE

/// A caller that signs its requests: under which name, with which keys, and how old a user's verification may be.
public struct Signatory: Sendable {
    /// The `iss` of its tokens.
    public let issuer: String
    /// Its public keys, all valid at once, each with an id of its own.
    public let keys: [VerificationKey]
    /// How long ago the user may have been verified.
    public let maximumAuthenticationAge: Duration
    /// Whether a write without `auth_time` is refused.
    public let requiresAuthenticationTime: Bool

    /// A caller by its issuer and keys.
    public init(
        issuer: String, keys: [VerificationKey], maximumAuthenticationAge: Duration, requiresAuthenticationTime: Bool
    ) {
        self.issuer = issuer
        self.keys = keys
        self.maximumAuthenticationAge = maximumAuthenticationAge
        self.requiresAuthenticationTime = requiresAuthenticationTime
    }

    func key(_ id: String) -> VerificationKey? {
        keys.first { $0.id == id }
    }
}
