import JSON
import Requests

extension RefusalKind {
    /// A refusal of this kind, with all the numbers and names that it can have.
    var sample: Refusal {
        switch self {
        case .malformed: .malformed(.init(field: "account.name", problem: .empty))
        case .malformedHTTP: .malformedHTTP
        case .headersTooLarge: .headersTooLarge(bytes: 8192, fields: 32)
        case .tooLarge: .tooLarge(limit: 16_384)
        case .mediaType: .mediaType
        case .lengthRequired: .lengthRequired
        case .httpVersion: .httpVersion
        case .noSuchPath: .noSuchPath
        case .methodNotAllowed: .methodNotAllowed(allowed: "POST")
        case .tooSlow: .tooSlow(limit: .seconds(10))
        case .tokenMalformed: .tokenMalformed("the token does not have exactly three parts")
        case .tokenTooLarge: .tokenTooLarge(limit: 1024)
        case .tokenType: .tokenType
        case .tokenAlgorithm: .tokenAlgorithm
        case .tokenCritical: .tokenCritical
        case .tokenKeyUnknown: .tokenKeyUnknown("key-1")
        case .tokenSignature: .tokenSignature
        case .wrongIssuer: .wrongIssuer
        case .wrongAudience: .wrongAudience
        case .tokenExpired: .tokenExpired(since: Timestamp(seconds: 0))
        case .tokenNotYetValid: .tokenNotYetValid(until: Timestamp(seconds: 0))
        case .tokenLifetime: .tokenLifetime(limit: .seconds(300))
        case .authenticationTooOld: .authenticationTooOld(limit: .seconds(600))
        case .sealedPasswordInvalid: .sealedPasswordInvalid(field: "new_password")
        case .sealedPasswordElsewhere: .sealedPasswordElsewhere(field: "new_password", member: "jti")
        case .agentKeyUnknown: .agentKeyUnknown(field: "new_password")
        case .unknownCaller: .unknownCaller
        case .signatureRequired: .signatureRequired
        case .signatureUnexpected: .signatureUnexpected
        case .operationNotGranted: .operationNotGranted(.change)
        case .operationOff: .operationOff(.reset)
        case .unknownDirectory: .unknownDirectory
        case .accountNotFound: .accountNotFound
        case .accountAmbiguous: .accountAmbiguous
        case .accountLocked: .accountLocked(since: Timestamp(seconds: 0))
        case .lockedByAdministrator: .lockedByAdministrator
        case .accountDisabled: .accountDisabled
        case .accountProtected: .accountProtected
        case .accountExpired: .accountExpired(since: Timestamp(seconds: 0))
        case .accountNotYetValid: .accountNotYetValid(until: Timestamp(seconds: 0))
        case .resetWouldUnlock: .resetWouldUnlock
        case .unlockUnsupported: .unlockUnsupported
        case .mustChangeUnsupported: .mustChangeUnsupported
        case .changeForbidden: .changeForbidden
        case .currentPasswordRequired: .currentPasswordRequired
        case .wrongCurrentPassword: .wrongCurrentPassword
        case .changeRefused: .changeRefused(message: "unwilling")
        case .tooManyAttempts: .tooManyAttempts(retryAfter: .seconds(90))
        case .passwordTooShort: .passwordTooShort(minimum: 10)
        case .passwordTooLong: .passwordTooLong(maximum: 64)
        case .passwordTooFewClasses: .passwordTooFewClasses(have: 2, need: 3)
        case .passwordContainsName: .passwordContainsName
        case .passwordInHistory: .passwordInHistory(depth: 5)
        case .passwordTooYoung: .passwordTooYoung(until: Timestamp(seconds: 0))
        case .passwordQuality: .passwordQuality(message: "dictionary word")
        case .passwordLooksHashed: .passwordLooksHashed
        case .passwordCheckSilent: .passwordCheckSilent
        case .noPermission: .noPermission(.writePassword)
        case .directoryReadOnly: .directoryReadOnly
        case .channelNotSecure: .channelNotSecure
        case .directoryUnreachable: .directoryUnreachable("connection refused")
        case .directoryTLS: .directoryTLS("expired certificate")
        case .directoryBusy: .directoryBusy("busy")
        case .directoryKind: .directoryKind("another kind")
        case .directoryTimeout: .directoryTimeout
        case .directoryRefusedAgent: .directoryRefusedAgent("invalid credentials")
        case .bindNotRotatable: .bindNotRotatable("it signs in without a password")
        case .directoryError: .directoryError(code: 80, name: "other", message: "internal error")
        case .requestConflict: .requestConflict(.details)
        case .requestInProgress: .requestInProgress
        case .requestUnknown: .requestUnknown
        case .writeLost: .writeLost
        case .accountBusy: .accountBusy
        case .busy: .busy(.secureMemory)
        case .auditUnavailable: .auditUnavailable("no journald")
        case .misconfigured: .misconfigured
        case .stopping: .stopping
        }
    }
}
