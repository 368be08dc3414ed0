/// A password as a caller has sealed it to the agent: a compact JWE (RFC 7516 section 3.1).
public struct SealedPassword: Sendable, Equatable {
    /// The member that carries it.
    public let member: RequestMember
    /// The JWE.
    public let text: String
}
