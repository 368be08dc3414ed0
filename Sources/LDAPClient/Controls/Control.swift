/// A control sent with a request or received with a response (RFC 4511 section 4.1.11).
public struct Control: Sendable, Hashable {
    /// The object identifier in dotted form.
    public let oid: String
    /// Whether a server that does not know the control must refuse the request.
    public let isCritical: Bool
    /// The control's value as it stands on the wire; nil when there is none.
    public let value: [UInt8]?

    /// Makes a control.
    public init(oid: String, isCritical: Bool = false, value: [UInt8]? = nil) {
        self.oid = oid
        self.isCritical = isCritical
        self.value = value
    }
}

extension Control {
    /// The identifier of the password-policy control, request and response (draft-behera-ldap-password-policy section 6).
    public static let passwordPolicyOID = "1.3.6.1.4.1.42.2.27.8.5.1"

    /// Asks for the reason when the password policy refuses; not critical, because some servers refuse it on the
    /// password modify operation when it is.
    public static let passwordPolicy = Control(oid: passwordPolicyOID)
}
