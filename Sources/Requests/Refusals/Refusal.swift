public import JSON

/// Why a request was not carried out. This sending of it wrote nothing in any of these cases; one before it may have, or may
/// be writing just now.
///
/// No case can hold a secret. Each has one row in ``entry``, one sentence in ``description`` and its numbers in
/// ``parameters``.
public enum Refusal: Error, Sendable, Equatable {
    // What arrived is no request.
    case malformed(Malformation)
    case malformedHTTP
    case headersTooLarge(bytes: Int, fields: Int)
    case tooLarge(limit: Int)
    case mediaType
    case lengthRequired
    case httpVersion
    case noSuchPath
    case methodNotAllowed(allowed: String)
    case tooSlow(limit: Duration)

    // The token proves nothing: its sender hears only that (``isUnproven``), the journal which of these it was.
    case tokenMalformed(String)
    case tokenTooLarge(limit: Int)
    case tokenType
    case tokenAlgorithm
    case tokenCritical
    case tokenKeyUnknown(String)
    case tokenSignature

    // The caller's signature is good, but not for this agent, or not now.
    case wrongIssuer
    case wrongAudience
    case tokenExpired(since: Timestamp)
    case tokenNotYetValid(until: Timestamp)
    case tokenLifetime(limit: Duration)
    case authenticationTooOld(limit: Duration)

    // A sealed password does not open, or is not of this request.
    case sealedPasswordInvalid(field: String)
    case sealedPasswordElsewhere(field: String, member: String)
    case agentKeyUnknown(field: String)

    // The caller may not ask for it.
    case unknownCaller
    case signatureRequired
    case signatureUnexpected
    case operationNotGranted(Operation)
    case operationOff(Operation)

    // The account is not there, or not in a state for it.
    case unknownDirectory
    case accountNotFound
    case accountAmbiguous
    case accountLocked(since: Timestamp?)
    case lockedByAdministrator
    case accountDisabled
    case accountProtected
    case accountExpired(since: Timestamp)
    case accountNotYetValid(until: Timestamp)
    case resetWouldUnlock
    case unlockUnsupported
    case mustChangeUnsupported
    case changeForbidden
    case currentPasswordRequired

    // The passwords.
    case wrongCurrentPassword
    case changeRefused(message: String?)
    case tooManyAttempts(retryAfter: Duration)
    case passwordTooShort(minimum: Int?)
    case passwordTooLong(maximum: Int?)
    case passwordTooFewClasses(have: Int?, need: Int?)
    case passwordContainsName
    case passwordInHistory(depth: Int?)
    case passwordTooYoung(until: Timestamp?)
    case passwordQuality(message: String?)
    case passwordLooksHashed
    case passwordCheckSilent

    // The directory, or the way to it.
    case noPermission(Right, object: String? = nil)
    case directoryReadOnly
    case channelNotSecure
    case directoryUnreachable(String)
    case directoryTLS(String)
    case directoryBusy(String)
    case directoryKind(String)
    case directoryTimeout
    case directoryRefusedAgent(String)
    case bindNotRotatable(String)
    case directoryError(code: Int, name: String, message: String)

    // The same request before.
    case requestConflict(RequestPart)
    case requestInProgress
    case requestUnknown
    case writeLost

    // The agent itself.
    case accountBusy
    case busy(Shortage)
    case auditUnavailable(String)
    case misconfigured
    case stopping
}
