/// What each refusal is called on the wire, in HTTP and in the journal.
public struct RefusalEntry: Sendable, Equatable {
    /// The HTTP status of the reply (RFC 9110 section 15).
    public let status: Int
    /// The stable code of this refusal in the journal.
    public let code: String
    /// The reply's `code` member: ``code``, or a coarser one for a sender who has proved nothing.
    public let toldCode: String
    /// The journal's MESSAGE_ID, 32 hexadecimal digits (sd-id128(3)).
    public let messageID: String
    /// How loudly the journal tells it.
    public let severity: Severity
    /// Whether the request was turned down, merely could not be carried out, or is being carried out for an earlier sending.
    public let outcome: OutcomeKind

    init(
        _ status: Int, _ code: String, _ messageID: String, _ severity: Severity, _ outcome: OutcomeKind,
        told: String? = nil
    ) {
        self.status = status
        self.code = code
        toldCode = told ?? code
        self.messageID = messageID
        self.severity = severity
        self.outcome = outcome
    }

    /// Whether the very same request may succeed, or be resolved, later, without anyone changing anything in it.
    public var isRetryable: Bool { outcome == .notApplied || outcome == .unknown }
}
