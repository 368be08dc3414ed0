import JSON
import Requests

/// One refusal of each kind, to ask the code for what the documents say.
enum RefusalSamples {
    static let all: [Refusal] =
        request + token + claims + sealing + caller + account + password + directory + before + agent

    private static let time = Timestamp(seconds: 0)

    private static let request: [Refusal] = [
        .malformed(Malformation(field: "jti", problem: .missing)), .malformedHTTP,
        .headersTooLarge(bytes: 1, fields: 1), .tooLarge(limit: 1), .mediaType, .lengthRequired, .httpVersion,
        .noSuchPath, .methodNotAllowed(allowed: "GET"), .tooSlow(limit: .seconds(1)),
    ]

    private static let token: [Refusal] = [
        .tokenMalformed("it has no parts"), .tokenTooLarge(limit: 1), .tokenType, .tokenAlgorithm, .tokenCritical,
        .tokenKeyUnknown("k"), .tokenSignature,
    ]

    private static let claims: [Refusal] = [
        .wrongIssuer, .wrongAudience, .tokenExpired(since: time), .tokenNotYetValid(until: time),
        .tokenLifetime(limit: .seconds(1)), .authenticationTooOld(limit: .seconds(1)),
    ]

    private static let sealing: [Refusal] = [
        .sealedPasswordInvalid(field: "new_password"), .sealedPasswordElsewhere(field: "new_password", member: "jti"),
        .agentKeyUnknown(field: "new_password"),
    ]

    private static let caller: [Refusal] = [
        .unknownCaller, .signatureRequired, .signatureUnexpected, .operationNotGranted(.reset), .operationOff(.reset),
    ]

    private static let account: [Refusal] = [
        .unknownDirectory, .directoryRequired, .accountNotFound, .accountAmbiguous, .accountLocked(since: time),
        .lockedByAdministrator, .accountExpired(since: time), .accountNotYetValid(until: time), .resetWouldUnlock,
        .mustChangeUnsupported, .changeForbidden, .currentPasswordRequired,
    ]

    private static let password: [Refusal] = [
        .wrongCurrentPassword, .tooManyAttempts(retryAfter: .seconds(1)), .passwordTooShort(minimum: 1),
        .passwordTooLong(maximum: 1), .passwordInHistory(depth: 1), .passwordTooYoung(until: time),
        .passwordQuality(message: "no"),
    ]

    private static let directory: [Refusal] = [
        .noPermission(.writePassword), .directoryReadOnly, .channelNotSecure, .directoryUnreachable("gone"),
        .directoryTLS("expired"), .directoryTimeout, .directoryRefusedAgent("wrong"),
        .directoryError(code: 1, name: "operationsError", message: ""),
    ]

    private static let before: [Refusal] = [
        .requestConflict(.details), .requestInProgress, .requestUnknown, .writeLost,
    ]

    private static let agent: [Refusal] = [
        .accountBusy, .busy(.secureMemory), .auditUnavailable("gone"), .misconfigured, .stopping,
    ]
}
