public import JSON

extension Refusal {
    /// The refusal's numbers and names, as members of the reply and as fields of the journal entry.
    public var parameters: KeyValuePairs<String, JSONValue?> {
        switch self {
        case .malformed(let found): ["field": .string(found.field), "problem": .string(found.problem.code)]
        case .headersTooLarge(let bytes, let fields): ["max_bytes": .integer(bytes), "max_fields": .integer(fields)]
        case .tooLarge(let limit): ["limit": .integer(limit)]
        case .methodNotAllowed(let allowed): ["allowed": .string(allowed)]
        case .tokenTooLarge(let limit): ["limit": .integer(limit)]
        case .tokenKeyUnknown(let id): ["key_id": .string(id)]
        case .tokenExpired(let since): ["since": .string("\(since)"), "now": .string("\(Timestamp.now)")]
        case .tokenNotYetValid(let until): ["until": .string("\(until)"), "now": .string("\(Timestamp.now)")]
        case .tokenLifetime(let limit), .authenticationTooOld(let limit): ["max_seconds": .integer(limit.wholeSeconds)]
        case .sealedPasswordInvalid(let field), .agentKeyUnknown(let field): ["field": .string(field)]
        case .sealedPasswordElsewhere(let field, let member): ["field": .string(field), "member": .string(member)]
        case .requestConflict(let part): ["part": .string(part.rawValue)]
        case .operationNotGranted(let operation), .operationOff(let operation):
            ["operation": .string(operation.rawValue)]
        case .accountLocked(let since): ["since": since.map { .string("\($0)") }]
        case .accountExpired(let since): ["since": .string("\(since)")]
        case .accountNotYetValid(let until): ["until": .string("\(until)")]
        case .passwordTooShort(let minimum): ["min": minimum.map { .integer($0) }]
        case .passwordTooLong(let maximum): ["max": maximum.map { .integer($0) }]
        case .passwordTooFewClasses(let have, let need):
            ["have": have.map { .integer($0) }, "need": need.map { .integer($0) }]
        case .passwordInHistory(let depth): ["depth": depth.map { .integer($0) }]
        case .passwordTooYoung(let until): ["until": until.map { .string("\($0)") }]
        case .passwordQuality(let message), .changeRefused(let message): ["message": message.map { .string($0) }]
        case .noPermission(let right, let object):
            ["right": .string(right.rawValue), "object": object.map { .string($0) }]
        case .directoryError(let code, let name, _): ["ldap_code": .integer(code), "ldap_name": .string(name)]
        case .busy(let shortage): ["shortage": .string(shortage.rawValue)]
        default: [:]
        }
    }

    /// After how many seconds a retry makes sense, for those refusals that pass by themselves (RFC 9110 section 10.2.3).
    public var retryAfter: Int? {
        switch self {
        case .tooManyAttempts(let wait): wait.wholeSeconds
        case .busy, .accountBusy, .requestInProgress, .writeLost, .stopping: 1
        case .directoryUnreachable, .directoryBusy, .directoryTimeout, .directoryReadOnly, .auditUnavailable: 5
        case .directoryRefusedAgent, .directoryKind, .directoryTLS, .channelNotSecure, .directoryError, .misconfigured:
            30
        default: nil
        }
    }
}

extension Duration {
    /// The seconds in whole numbers, rounded up and at least 1, so that one who waits that long has waited long enough.
    var wholeSeconds: Int {
        let (seconds, rest) = components
        return Swift.max(1, Int(seconds) + (rest > 0 ? 1 : 0))
    }
}
