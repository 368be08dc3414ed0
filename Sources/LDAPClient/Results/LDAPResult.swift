/// What a server answered to one operation (LDAPResult of RFC 4511 section 4.1.9, with the response's controls).
public struct LDAPResult: Sendable, Hashable {
    /// The result code.
    public let code: ResultCode
    /// The server's own text for people; may be empty, and is never a reason to decide by.
    public let diagnosticMessage: String
    /// The nearest existing entry when the target was not found; empty otherwise.
    public let matchedDN: String
    /// Where the server wants the operation to be sent instead; never followed here.
    public let referrals: [String]
    /// The controls that came with the response.
    public let controls: [Control]
    /// The decoded password-policy control, when there was a well-formed one.
    public let passwordPolicy: PasswordPolicyResponse?

    /// Makes a result, decoding the password-policy control if it is among `controls`.
    public init(
        code: ResultCode,
        diagnosticMessage: String = "",
        matchedDN: String = "",
        referrals: [String] = [],
        controls: [Control] = []
    ) {
        self.code = code
        self.diagnosticMessage = diagnosticMessage
        self.matchedDN = matchedDN
        self.referrals = referrals
        self.controls = controls
        self.passwordPolicy = controls.lazy.compactMap(PasswordPolicyResponse.init(control:)).first
    }
}

extension LDAPResult: CustomStringConvertible {
    /// One line: the code, its name, and what the server said about it, without control characters.
    public var description: String {
        var text = code.description
        if let error = passwordPolicy?.error { text += ", password policy: \(error)" }
        if !diagnosticMessage.isEmpty { text += ": \(printable(diagnosticMessage))" }
        return text
    }

    private func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
