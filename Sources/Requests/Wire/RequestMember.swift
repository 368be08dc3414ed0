/// The members that the JSON object of a request may have; every other name is refused.
///
/// Those of the signed form are the claims of its token (RFC 7519).
public enum RequestMember: String, Sendable, CaseIterable {
    case id = "jti"
    case operation = "op"
    case account
    case directory
    case methods = "amr"
    case captcha
    case client
    case actor = "act"
    case unlock
    case mustChange = "must_change"
    case newPassword = "new_password"
    case currentPassword = "current_password"
    case issuer = "iss"
    case audience = "aud"
    case issuedAt = "iat"
    case expiresAt = "exp"
    case authenticatedAt = "auth_time"

    /// Whether only a signed request has this member (RFC 7519 section 4.1, OpenID Connect Core section 2).
    public var isClaim: Bool {
        switch self {
        case .issuer, .audience, .issuedAt, .expiresAt, .authenticatedAt: true
        default: false
        }
    }

    /// The operations that may carry this member.
    var operations: Set<Operation> {
        switch self {
        case .unlock, .mustChange, .actor: [.reset]
        case .newPassword: [.reset, .change]
        case .currentPassword: [.change]
        default: Set(Operation.allCases)
        }
    }
}
