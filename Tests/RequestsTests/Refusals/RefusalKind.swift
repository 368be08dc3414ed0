import Requests

/// The kinds of refusals, each by the code that callers know it by and that may never change.
///
/// A new refusal does not compile here until it has a kind, and a kind not until it has a sample.
enum RefusalKind: String, CaseIterable, Sendable {
    case malformed = "malformed_request"
    case malformedHTTP = "malformed_http"
    case headersTooLarge = "headers_too_large"
    case tooLarge = "body_too_large"
    case mediaType = "unsupported_media_type"
    case lengthRequired = "length_required"
    case httpVersion = "http_version"
    case noSuchPath = "no_such_path"
    case methodNotAllowed = "method_not_allowed"
    case tooSlow = "request_too_slow"
    case tokenMalformed = "token_malformed"
    case tokenTooLarge = "token_too_large"
    case tokenType = "token_type"
    case tokenAlgorithm = "token_algorithm"
    case tokenCritical = "token_critical"
    case tokenKeyUnknown = "token_key_unknown"
    case tokenSignature = "token_signature"
    case wrongIssuer = "wrong_issuer"
    case wrongAudience = "wrong_audience"
    case tokenExpired = "token_expired"
    case tokenNotYetValid = "token_not_yet_valid"
    case tokenLifetime = "token_lifetime"
    case authenticationTooOld = "authentication_too_old"
    case sealedPasswordInvalid = "sealed_password_invalid"
    case sealedPasswordElsewhere = "sealed_for_another_request"
    case agentKeyUnknown = "agent_key_unknown"
    case unknownCaller = "unknown_caller"
    case signatureRequired = "signature_required"
    case signatureUnexpected = "signature_unexpected"
    case operationNotGranted = "operation_not_granted"
    case operationOff = "operation_off"
    case unknownDirectory = "unknown_directory"
    case directoryRequired = "directory_required"
    case accountNotFound = "account_not_found"
    case accountAmbiguous = "account_ambiguous"
    case accountLocked = "account_locked"
    case lockedByAdministrator = "locked_by_administrator"
    case accountExpired = "account_expired"
    case accountNotYetValid = "account_not_yet_valid"
    case resetWouldUnlock = "reset_would_unlock"
    case mustChangeUnsupported = "must_change_unsupported"
    case changeForbidden = "change_forbidden"
    case currentPasswordRequired = "current_password_required"
    case wrongCurrentPassword = "wrong_current_password"
    case tooManyAttempts = "too_many_attempts"
    case passwordTooShort = "password_too_short"
    case passwordTooLong = "password_too_long"
    case passwordInHistory = "password_in_history"
    case passwordTooYoung = "password_too_young"
    case passwordQuality = "password_quality"
    case noPermission = "no_permission"
    case directoryReadOnly = "directory_read_only"
    case channelNotSecure = "channel_not_secure"
    case directoryUnreachable = "directory_unreachable"
    case directoryTLS = "directory_tls"
    case directoryTimeout = "directory_timeout"
    case directoryRefusedAgent = "directory_refused_agent"
    case directoryError = "directory_error"
    case requestConflict = "request_conflict"
    case requestInProgress = "request_in_progress"
    case requestUnknown = "request_unknown"
    case writeLost = "write_lost"
    case accountBusy = "account_busy"
    case busy
    case auditUnavailable = "audit_unavailable"
    case misconfigured
    case stopping

    init(_ refusal: Refusal) {
        switch refusal {
        case .malformed: self = .malformed
        case .malformedHTTP: self = .malformedHTTP
        case .headersTooLarge: self = .headersTooLarge
        case .tooLarge: self = .tooLarge
        case .mediaType: self = .mediaType
        case .lengthRequired: self = .lengthRequired
        case .httpVersion: self = .httpVersion
        case .noSuchPath: self = .noSuchPath
        case .methodNotAllowed: self = .methodNotAllowed
        case .tooSlow: self = .tooSlow
        case .tokenMalformed: self = .tokenMalformed
        case .tokenTooLarge: self = .tokenTooLarge
        case .tokenType: self = .tokenType
        case .tokenAlgorithm: self = .tokenAlgorithm
        case .tokenCritical: self = .tokenCritical
        case .tokenKeyUnknown: self = .tokenKeyUnknown
        case .tokenSignature: self = .tokenSignature
        case .wrongIssuer: self = .wrongIssuer
        case .wrongAudience: self = .wrongAudience
        case .tokenExpired: self = .tokenExpired
        case .tokenNotYetValid: self = .tokenNotYetValid
        case .tokenLifetime: self = .tokenLifetime
        case .authenticationTooOld: self = .authenticationTooOld
        case .sealedPasswordInvalid: self = .sealedPasswordInvalid
        case .sealedPasswordElsewhere: self = .sealedPasswordElsewhere
        case .agentKeyUnknown: self = .agentKeyUnknown
        case .unknownCaller: self = .unknownCaller
        case .signatureRequired: self = .signatureRequired
        case .signatureUnexpected: self = .signatureUnexpected
        case .operationNotGranted: self = .operationNotGranted
        case .operationOff: self = .operationOff
        case .unknownDirectory: self = .unknownDirectory
        case .directoryRequired: self = .directoryRequired
        case .accountNotFound: self = .accountNotFound
        case .accountAmbiguous: self = .accountAmbiguous
        case .accountLocked: self = .accountLocked
        case .lockedByAdministrator: self = .lockedByAdministrator
        case .accountExpired: self = .accountExpired
        case .accountNotYetValid: self = .accountNotYetValid
        case .resetWouldUnlock: self = .resetWouldUnlock
        case .mustChangeUnsupported: self = .mustChangeUnsupported
        case .changeForbidden: self = .changeForbidden
        case .currentPasswordRequired: self = .currentPasswordRequired
        case .wrongCurrentPassword: self = .wrongCurrentPassword
        case .tooManyAttempts: self = .tooManyAttempts
        case .passwordTooShort: self = .passwordTooShort
        case .passwordTooLong: self = .passwordTooLong
        case .passwordInHistory: self = .passwordInHistory
        case .passwordTooYoung: self = .passwordTooYoung
        case .passwordQuality: self = .passwordQuality
        case .noPermission: self = .noPermission
        case .directoryReadOnly: self = .directoryReadOnly
        case .channelNotSecure: self = .channelNotSecure
        case .directoryUnreachable: self = .directoryUnreachable
        case .directoryTLS: self = .directoryTLS
        case .directoryTimeout: self = .directoryTimeout
        case .directoryRefusedAgent: self = .directoryRefusedAgent
        case .directoryError: self = .directoryError
        case .requestConflict: self = .requestConflict
        case .requestInProgress: self = .requestInProgress
        case .requestUnknown: self = .requestUnknown
        case .writeLost: self = .writeLost
        case .accountBusy: self = .accountBusy
        case .busy: self = .busy
        case .auditUnavailable: self = .auditUnavailable
        case .misconfigured: self = .misconfigured
        case .stopping: self = .stopping
        }
    }
}
