internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for 389 Directory Server's answer to a write.
    ///
    /// The password policy control tells history and age; for all of the syntax it has one code, and the text must be
    /// read.
    init(directoryServer389 answer: LDAPResult, to write: borrowing PermittedWrite) {
        switch answer.code {
        case .constraintViolation: self = Refusal(violation: answer, of: write)
        case .noSuchAttribute where write.operation == .change: self = .wrongCurrentPassword
        case .insufficientAccessRights:
            self = .noPermission(answer.missingRight, object: write.facts.identity.distinguishedName)
        case .unwillingToPerform where answer.diagnosticMessage.contains("not allowed to change password"):
            self = .changeForbidden
        case .unwillingToPerform where answer.isOfReadOnlyServer: self = .directoryReadOnly
        default: self = Refusal(answer.withMessage(write.harmless(answer.diagnosticMessage)))
        }
    }

    private init(violation answer: LDAPResult, of write: borrowing PermittedWrite) {
        let text = answer.diagnosticMessage
        if answer.passwordPolicy?.error == .passwordInHistory || text.contains("password in history") {
            self = .passwordInHistory(depth: write.facts.rules?.history)
        } else if answer.passwordPolicy?.error == .passwordTooYoung || text.contains("within password minimum age") {
            self = .passwordTooYoung(until: write.facts.changeableFrom)
        } else {
            self = Refusal(syntax: answer, of: write)
        }
    }

    /// The server's own text is read: one without what repeats a password would hide its cause from those who guess one
    /// of the words in it.
    private init(syntax answer: LDAPResult, of write: borrowing PermittedWrite) {
        let (text, rules) = (answer.diagnosticMessage, write.facts.rules)
        let password = write.authorised.request.work.newCharacters
        if text.contains("characters long") || (answer.isUnexplained && password.count < rules?.minimumLength ?? 0) {
            self = .passwordTooShort(minimum: text.firstNumber ?? rules?.minimumLength)
        } else if text.contains("character categories")
            || (answer.isUnexplained && password.categories < rules?.minimumClasses ?? 0)
        {
            self = .passwordTooFewClasses(
                have: password.categories, need: text.firstNumber ?? rules?.minimumClasses)
        } else if text.contains("based off of user entry") {
            self = .passwordContainsName
        } else if text.contains("storage scheme") {
            self = .passwordLooksHashed
        } else {
            self = .passwordQuality(message: answer.withMessage(write.harmless(text)).reason)
        }
    }
}

extension LDAPResult {
    /// The refusals of the password modify operation give no reason.
    fileprivate var isUnexplained: Bool { diagnosticMessage.hasPrefix("Failed to update password") }

    fileprivate var reason: String? { isUnexplained ? nil : message }

    /// A server or a database that takes no writes says so to some requests, and to others that the right is missing, yet
    /// with another code than where it is.
    fileprivate var isOfReadOnlyServer: Bool {
        diagnosticMessage.contains("read-only") || diagnosticMessage.contains("'write' privilege")
    }

    fileprivate var missingRight: Right {
        DirectoryServer389Attribute.lock.contains { diagnosticMessage.contains("'\($0)'") }
            ? .clearLock : .writePassword
    }
}

extension String {
    /// The first run of digits as a number.
    fileprivate var firstNumber: Int? {
        Int(drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) })
    }
}
