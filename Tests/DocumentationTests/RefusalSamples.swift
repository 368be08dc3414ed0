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
        .unknownDirectory, .accountNotFound, .accountAmbiguous, .accountLocked(since: time),
        .lockedByAdministrator, .accountDisabled, .accountProtected, .accountExpired(since: time),
        .accountNotYetValid(until: time), .resetWouldUnlock,
        .unlockUnsupported, .mustChangeUnsupported, .changeForbidden, .currentPasswordRequired,
    ]

    private static let password: [Refusal] = [
        .wrongCurrentPassword, .changeRefused(message: "no"), .tooManyAttempts(retryAfter: .seconds(1)),
        .passwordTooShort(minimum: 1),
        .passwordTooLong(maximum: 1), .passwordTooFewClasses(have: 1, need: 2), .passwordContainsName,
        .passwordInHistory(depth: 1), .passwordTooYoung(until: time),
        .passwordQuality(message: "no"), .passwordLooksHashed, .passwordCheckSilent,
    ]

    private static let directory: [Refusal] = [
        .noPermission(.writePassword, object: "uid=a"), .directoryReadOnly, .channelNotSecure,
        .directoryUnreachable("gone"),
        .directoryTLS("expired"), .directoryBusy("busy"), .directoryKind("other"), .directoryTimeout,
        .directoryRefusedAgent("wrong"), .bindNotRotatable("no password"),
        .directoryError(code: 1, name: "operationsError", message: ""),
    ]

    private static let before: [Refusal] = [
        .requestConflict(.details), .requestInProgress, .requestUnknown, .writeLost,
    ]

    private static let agent: [Refusal] = [
        .accountBusy, .busy(.secureMemory), .auditUnavailable("gone"), .misconfigured, .stopping,
    ]
}
