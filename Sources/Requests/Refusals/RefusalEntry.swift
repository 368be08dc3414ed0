/// What each refusal is called on the wire, in HTTP and in the journal.
public struct RefusalEntry: Sendable, Equatable {
    /// The HTTP status of the reply (RFC 9110 section 15).
    public let status: Int
    /// The stable code in the reply's `code` member.
    public let code: String
    /// The journal's MESSAGE_ID, 32 hexadecimal digits (sd-id128(3)).
    public let messageID: String
    /// How loudly the journal tells it.
    public let severity: Severity
    /// Whether the request was turned down or merely could not be carried out.
    public let outcome: OutcomeKind

    init(_ status: Int, _ code: String, _ messageID: String, _ severity: Severity, _ outcome: OutcomeKind) {
        self.status = status
        self.code = code
        self.messageID = messageID
        self.severity = severity
        self.outcome = outcome
    }

    /// Whether the very same request may succeed later, without anyone changing anything in it.
    public var isRetryable: Bool { outcome == .notApplied }
}
