internal import JSON

extension Reply {
    /// The problem document of a refusal (RFC 9457), with its code, numbers and retry rule.
    ///
    /// - Parameters:
    ///   - refusal: Why nothing was done.
    ///   - story: The request it belongs to; nil where nothing of a request was understood.
    ///   - contact: The organisation's own text on whom to ask.
    public init(refusal: Refusal, story: Story?, contact: String?) {
        let entry = refusal.entry
        let problem = JSONValue.members([
            "type": .string("urn:writebackd:problem:\(entry.toldCode)"),
            "title": .string(entry.toldCode.replacing("_", with: " ")),
            "status": .integer(entry.status),
            "detail": .string(refusal.toldDescription),
            "outcome": .string(entry.outcome.rawValue),
            "code": .string(entry.toldCode),
            "retryable": .boolean(entry.isRetryable),
            "retry_after": refusal.retryAfter.map { .integer($0) },
            "contact": contact.map { .string($0) },
            "parameters": Self.parameters(of: refusal),
            "request_id": (story?.details?.id).map { .string($0) },
            "correlation_id": (story?.correlation).map { .string($0) },
        ])
        var allow: String?
        if case .methodNotAllowed(let methods) = refusal { allow = methods }
        self.init(
            status: entry.status, contentType: "application/problem+json", body: problem,
            retryAfter: refusal.retryAfter, allow: allow)
    }

    private static func parameters(of refusal: Refusal) -> JSONValue? {
        guard !refusal.isUnproven else { return nil }
        let members = refusal.parameters.filter { $0.value != nil }
        return members.isEmpty ? nil : .members(refusal.parameters)
    }

    /// The problem document of a write of which nobody can tell whether it happened.
    public init(uncertainty: Uncertainty, story: Story, contact: String?) {
        let wait = uncertainty.retryAfter
        let problem = JSONValue.members([
            "type": "urn:writebackd:problem:outcome_unknown",
            "title": "outcome unknown",
            "status": 504,
            "detail": .string(uncertainty.description),
            "outcome": .string(OutcomeKind.unknown.rawValue),
            "code": "outcome_unknown",
            "retryable": .boolean(wait != nil),
            "retry_after": wait.map { .integer($0) },
            "contact": contact.map { .string($0) },
            "parameters": .members(["cause": .string(uncertainty.rawValue)]),
            "request_id": (story.details?.id).map { .string($0) },
            "correlation_id": .string(story.correlation),
        ])
        self.init(
            status: 504, contentType: "application/problem+json", body: problem, retryAfter: wait, allow: nil)
    }
}
