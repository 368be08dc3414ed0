internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

extension Refusal {
    /// The refusal for Active Directory's answer to a write: by the result code and the number in front of the message.
    init(activeDirectory answer: LDAPResult, to write: borrowing PermittedWrite, isSamba: Bool) {
        let told = answer.withMessage(write.harmless(answer.diagnosticMessage))
        let isChange = write.operation == .change
        switch (answer.code, WindowsError(message: answer.diagnosticMessage)) {
        case (_, .passwordRestriction): self = Refusal(restriction: told, write, text: answer.diagnosticMessage)
        case (_, .invalidPassword) where isChange: self = .wrongCurrentPassword
        case (_, .accountLocked): self = .accountLocked(since: nil)
        // Everybody may change a password who knows it, but for those whom a denial forbids it.
        case (.insufficientAccessRights, _) where isChange, (.constraintViolation, nil) where isChange:
            self = .changeForbidden
        case (.insufficientAccessRights, _):
            let right: Right = write.operation == .unlock ? .clearLock : .writePassword
            self = .noPermission(right, object: write.facts.identity.distinguishedName)
        case (.unwillingToPerform, .generalFailure) where !isSamba, (.unwillingToPerform, .unwilling) where !isSamba,
            (.strongerAuthRequired, _):
            self = .channelNotSecure
        default: self = Refusal(told)
        }
    }

    /// One number stands for all rules that a new password can break. Which one it was is found by the rules that apply
    /// and by the password; Samba's text is asked for what neither tells.
    private init(restriction told: LDAPResult, _ write: borrowing PermittedWrite, text: String) {
        let rules = write.facts.rules ?? PasswordRules()
        guard let shape = try? write.authorised.request.work.newPasswordShape() else {
            self = .passwordQuality(message: told.message)
            return
        }
        self =
            Refusal(shape, against: rules, names: write.facts.names) ?? Refusal(text, rules, write.facts)
            ?? Refusal(age: rules, write) ?? Refusal(history: rules, write) ?? .passwordQuality(message: told.message)
    }

    /// What the password itself shows; nil when it keeps to the rules.
    private init?(_ shape: borrowing PasswordShape, against rules: PasswordRules, names: [String]) {
        if let minimum = rules.minimumLength, shape.utf16Units < minimum {
            self = .passwordTooShort(minimum: minimum)
        } else if let maximum = rules.maximumLength, shape.utf16Units > maximum {
            self = .passwordTooLong(maximum: maximum)
        } else if let need = rules.minimumClasses, shape.classes.count < need {
            self = .passwordTooFewClasses(have: shape.classes.count, need: need)
        } else if names.contains(where: { shape.contains($0) }) {
            self = .passwordContainsName
        } else {
            return nil
        }
    }

    /// What Samba says, for rules that may not be read.
    private init?(_ text: String, _ rules: PasswordRules, _ facts: AccountFacts) {
        if text.contains("too short") {
            self = .passwordTooShort(minimum: rules.minimumLength)
        } else if text.contains("complexity criteria") {
            self = .passwordTooFewClasses(have: nil, need: rules.minimumClasses)
        } else if text.contains("already used") {
            self = .passwordInHistory(depth: rules.history)
        } else if text.contains("too young") {
            self = .passwordTooYoung(until: facts.changeableFrom)
        } else {
            return nil
        }
    }

    private init?(age rules: PasswordRules, _ write: borrowing PermittedWrite) {
        guard write.operation == .change || rules.agesOnReset, let until = write.facts.changeableFrom, .now < until
        else {
            return nil
        }
        self = .passwordTooYoung(until: until)
    }

    /// The last rule that is left; a filter of the domain controller's own would not say anything else.
    private init?(history rules: PasswordRules, _ write: borrowing PermittedWrite) {
        guard write.operation == .change || rules.remembersOnReset, let depth = rules.history else { return nil }
        self = .passwordInHistory(depth: depth)
    }
}
