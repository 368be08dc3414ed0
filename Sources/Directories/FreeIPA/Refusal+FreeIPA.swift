internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for FreeIPA's answer to a write, or to the owner's sign-in before a change.
    ///
    /// The plug-in's texts tell more than its password policy control, which stands for several rules at once.
    init(freeIPA answer: LDAPResult, to write: borrowing PermittedWrite) {
        let text = answer.diagnosticMessage
        switch answer.code {
        case .invalidCredentials where answer.passwordPolicy?.error == .passwordExpired:
            // Told before the password is looked at.
            self = .changeRefused(message: answer.message)
        case .invalidCredentials: self = .wrongCurrentPassword
        case .unwillingToPerform where text.contains("Too many failed logins"),
            .unwillingToPerform where text.contains("permanently locked"):
            self = .accountLocked(since: write.facts.lastFailedAttempt)
        case .unwillingToPerform where text.contains("inactivated"): self = .accountDisabled
        case .constraintViolation: self = Refusal(violation: answer, of: write)
        case .insufficientAccessRights:
            // The owner's change needs the owner's right, which FreeIPA calls self-service.
            self =
                write.operation == .change
                ? .changeForbidden
                : .noPermission(answer.missingFreeIPARight, object: write.facts.identity.distinguishedName)
        default: self = Refusal(directoryServer389: answer, to: write)
        }
    }

    private init(violation answer: LDAPResult, of write: borrowing PermittedWrite) {
        let (text, rules) = (answer.diagnosticMessage, write.facts.rules)
        if text.contains("too short") {
            self = .passwordTooShort(minimum: rules?.minimumLength)
        } else if text.contains("too simple") {
            self = .passwordTooFewClasses(
                have: write.authorised.request.work.newCharacters.freeIPAClasses, need: rules?.minimumClasses)
        } else if text.contains("reuse not permitted") {
            self = .passwordInHistory(depth: rules?.history)
        } else if text.contains("Too soon") {
            self = .passwordTooYoung(until: write.facts.changeableFrom)
        } else if text.contains("Pre-Encoded") {
            self = .passwordLooksHashed
        } else if text.contains("contains username") {
            self = .passwordContainsName
        } else if text.contains("Account expired"), let end = write.facts.validUntil {
            self = .accountExpired(since: end)
        } else {
            self = Refusal(directoryServer389: answer, to: write)
        }
    }
}

extension LDAPResult {
    fileprivate var missingFreeIPARight: Right {
        FreeIPAAttribute.lock.contains { diagnosticMessage.contains("'\($0)'") } ? .clearLock : .writePassword
    }
}
