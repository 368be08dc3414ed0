/// The password-policy control of a response (draft-behera-ldap-password-policy section 6.2).
///
/// All three are nil when the server knows the control but has nothing to say.
public struct PasswordPolicyResponse: Sendable, Hashable {
    /// Why the policy refused; on a successful bind, what the user is still allowed to do.
    public let error: PasswordPolicyError?
    /// Seconds until the password expires, when the server warns of it.
    public let timeBeforeExpiration: Int?
    /// How many more binds an expired password allows.
    public let graceAuthNsRemaining: Int?

    /// Makes a response, for tests and for servers that carry the same facts elsewhere.
    public init(error: PasswordPolicyError?, timeBeforeExpiration: Int? = nil, graceAuthNsRemaining: Int? = nil) {
        self.error = error
        self.timeBeforeExpiration = timeBeforeExpiration
        self.graceAuthNsRemaining = graceAuthNsRemaining
    }
}
