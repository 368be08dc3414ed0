extension Refusal: CustomStringConvertible {
    /// One sentence for a person, safe to log; what may be shown is in ``toldDescription``.
    public var description: String {
        switch self {
        case .malformed(let malformation): "The request is malformed: \(malformation)."
        case .malformedHTTP: "What was sent is not HTTP/1.1 (RFC 9112)."
        case .headersTooLarge(let bytes, let fields):
            "The request's headers exceed the limits of \(bytes) bytes and \(fields) fields."
        case .tooLarge(let limit): "The request body is larger than the limit of \(limit) bytes."
        case .mediaType: "The request body must have the content type application/jwt or application/json."
        case .lengthRequired: "The request must state its Content-Length; a chunked body is not accepted."
        case .httpVersion: "Only HTTP/1.1 is spoken here."
        case .noSuchPath: "There is nothing at this path."
        case .methodNotAllowed(let allowed): "This path takes \(allowed) only."
        case .tooSlow(let limit): "The request did not arrive within \(limit.wholeSeconds) seconds."
        case .tokenMalformed(let what): "The token is no compact JWS (RFC 7515): \(what)."
        case .tokenTooLarge(let limit): "A part of the token is larger than the limit of \(limit) bytes."
        case .tokenType: "The token's typ is not writeback-request+jwt."
        case .tokenAlgorithm: "The token's alg is not the one that its key is for."
        case .tokenCritical: "The token's header asks for something that is not understood here, or not allowed."
        case .tokenKeyUnknown(let id): "No configured caller of this peer has a key '\(id)'."
        case .tokenSignature: "The token's signature is not valid."
        case .wrongIssuer: "The token's iss is not that of the caller whose key has signed it."
        case .wrongAudience: "The token's aud is not this agent's name."
        case .tokenExpired(let since): "The token has been expired since \(since); sign the request again."
        case .tokenNotYetValid(let until):
            "The token's iat or auth_time, \(until), lies in the future; compare the clocks."
        case .tokenLifetime(let limit):
            "The token's exp must come after its iat, and by no more than \(limit.wholeSeconds) seconds."
        case .authenticationTooOld(let limit):
            "The user was verified (auth_time) too long ago: at most \(limit.wholeSeconds) seconds are allowed."
        case .sealedPasswordInvalid(let field):
            "The member '\(field)' is no password sealed to this agent (RFC 7516), or was altered."
        case .sealedPasswordElsewhere(let field, let member):
            "The member '\(field)' was sealed for another request: the \(member) in its header is another."
        case .agentKeyUnknown(let field):
            "The member '\(field)' is sealed to a key that the agent does not have, or no longer; ask for GET /v1/keys."
        case .unknownCaller: "The peer is no configured caller."
        case .signatureRequired: "This caller must sign its requests (content type application/jwt)."
        case .signatureUnexpected: "This peer is no caller that signs its requests."
        case .operationNotGranted(let operation): "This caller may not ask for the operation '\(operation.rawValue)'."
        case .operationOff(let operation):
            "The operation '\(operation.rawValue)' is only available if the administrator has turned it on."
        case .unknownDirectory: "No directory of this name is configured."
        case .accountNotFound: "The account is not managed in this directory."
        case .accountAmbiguous: "More than one account matches; nothing was done to any of them."
        case .accountLocked(let since): "The account is locked\(since.map { " since \($0)" } ?? ""); unlock it first."
        case .lockedByAdministrator: "An administrator has locked the account; only an administrator can unlock it."
        case .accountDisabled: "An administrator has disabled the account; only an administrator can enable it."
        case .accountProtected:
            "The account belongs, or once belonged, to a group of administrators that the directory protects."
        case .accountExpired(let since): "The account has been expired since \(since)."
        case .accountNotYetValid(let until): "The account is not valid before \(until)."
        case .resetWouldUnlock:
            "The account is locked and this directory unlocks it with every reset, which the request does not want."
        case .unlockUnsupported: "This kind of directory shows no locks, so none can be cleared."
        case .mustChangeUnsupported:
            "The account's password policy knows no change at the next sign-in."
        case .changeForbidden: "The account's password policy does not allow its owner to change the password."
        case .currentPasswordRequired:
            "The account's password policy allows no reset, only a change with the current password."
        case .wrongCurrentPassword: "The current password is wrong."
        case .changeRefused(let message):
            "The directory refuses the change and does not say whether the current password is wrong"
                + "\(message.map { ": \($0)" } ?? "")."
        case .tooManyAttempts(let wait):
            "Too many wrong current passwords for this account; try again in \(wait.wholeSeconds) seconds."
        case .passwordTooShort(let minimum):
            "The new password is too short\(minimum.map { ": it needs at least \($0) characters" } ?? "")."
        case .passwordTooLong(let maximum):
            "The new password is too long\(maximum.map { ": it may have at most \($0) characters" } ?? "")."
        case .passwordTooFewClasses(let have, let need):
            "The new password mixes too few kinds of characters\(Self.counts(have, of: need))."
        case .passwordContainsName: "The new password contains the account's name, or a part of its owner's."
        case .passwordInHistory(let depth):
            "The new password was used before\(depth.map { ": the last \($0) are remembered" } ?? "")."
        case .passwordTooYoung(let until):
            "The password was changed too recently to be changed again\(until.map { " before \($0)" } ?? "")."
        case .passwordQuality(let message):
            "The directory's quality check refuses the new password\(message.map { ": \($0)" } ?? "")."
        case .passwordLooksHashed:
            "The new password begins like one that is hashed already, such as {SSHA}, which the directory cannot check."
        case .passwordCheckSilent:
            "The directory's check module refuses the new password and gives no reason, or cannot be loaded."
        case .noPermission(let right, let object):
            "The agent lacks a right in the directory (\(right.rawValue)\(object.map { " on \($0)" } ?? "")); "
                + "an administrator can grant it."
        case .directoryReadOnly: "The directory server takes no writes."
        case .channelNotSecure: "The directory wants a more secure connection than the configured one."
        case .directoryUnreachable(let reason): "The directory cannot be reached: \(reason)."
        case .directoryTLS(let reason): "The directory's TLS connection was refused: \(reason)."
        case .directoryBusy(let code): "The directory server answers that it is \(code); try again later."
        case .directoryKind(let reason): "The server is not the directory that is configured: \(reason)."
        case .directoryTimeout: "The directory did not answer in time; nothing was written."
        case .directoryRefusedAgent(let reason): "The directory does not accept the agent's own sign-in: \(reason)."
        case .bindNotRotatable(let reason): "The agent cannot give itself a new password in this directory: \(reason)."
        case .directoryError(let code, let name, let message):
            "The directory answered \(code) (\(name))\(message.isEmpty ? "" : ": \(message)")."
        case .requestConflict(.details): "A request of this jti was recorded before, and asked for something else."
        case .requestConflict(.passwords):
            "A request of this jti was recorded before with other passwords, or with the same sealed another time."
        case .requestConflict(.unknown):
            "A request of this jti was recorded before the agent restarted; its unsealed passwords cannot be compared."
        case .requestInProgress: "The same request is still being carried out; ask for its outcome, or send it again."
        case .requestUnknown: "No request of this jti is on record."
        case .writeLost: "The write never reached the directory's entry: nothing was changed. Send the request again."
        case .accountBusy: "Another request for this account is still being carried out."
        case .busy(let shortage): "The agent is too busy just now (\(shortage.rawValue))."
        case .auditUnavailable(let reason): "No record can be made, so nothing is written: \(reason)."
        case .misconfigured: "The agent's configuration has errors; see its journal or 'writebackctl check-config'."
        case .stopping: "The agent is stopping."
        }
    }

    private static func counts(_ have: Int?, of need: Int?) -> String {
        switch (have, need) {
        case (let have?, let need?): ": \(have) of the \(need) that it needs"
        case (nil, let need?): ": it needs \(need)"
        default: ""
        }
    }

    /// Whether the sender has proved nothing yet, so that it is not told what exactly was wrong.
    public var isUnproven: Bool { entry.toldCode != entry.code }

    /// One sentence for a person at the other end, safe to show.
    public var toldDescription: String {
        isUnproven ? "The request carries no valid authorisation by a configured caller." : description
    }
}
