internal import AccountPolicy
internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for slapd's answer to a write.
    ///
    /// The control of the password policy draft (draft-behera-ldap-password-policy section 6.2) says most; the result
    /// code says the rest; text is read only where slapd has nothing else to tell two causes apart.
    init(openLDAP answer: LDAPResult, to write: borrowing PermittedWrite) {
        let told = answer.withMessage(write.harmless(answer.diagnosticMessage))
        if let error = answer.policyRefusal {
            self = Refusal(policy: error, answer, told, write)
            return
        }
        switch answer.code {
        case .constraintViolation: self = .passwordQuality(message: told.message)
        case .insufficientAccessRights: self = Refusal(forbidden: answer, write)
        case .unwillingToPerform: self = Refusal(unwilling: answer, to: write.operation) ?? Refusal(told)
        case .noSuchAttribute, .attributeOrValueExists: self = .accountBusy
        // The agent's sign-in has been lost; the same code with another text wants a better one.
        case .strongerAuthRequired where answer.diagnosticMessage.hasPrefix("only authenticated users"):
            self = .directoryRefusedAgent("it is not signed in")
        default: self = Refusal(told)
        }
    }

    private init(
        policy error: PasswordPolicyError, _ answer: LDAPResult, _ told: LDAPResult, _ write: borrowing PermittedWrite
    ) {
        let rules = write.facts.rules
        switch error {
        case .passwordTooShort: self = .passwordTooShort(minimum: rules?.minimumLength)
        case .passwordTooLong: self = .passwordTooLong(maximum: rules?.maximumLength)
        case .passwordInHistory: self = .passwordInHistory(depth: rules?.history)
        case .passwordTooYoung: self = .passwordTooYoung(until: write.facts.changeableFrom)
        case .mustSupplyOldPassword where write.operation == .change: self = .wrongCurrentPassword
        case .mustSupplyOldPassword: self = .currentPasswordRequired
        case .passwordModNotAllowed: self = .changeForbidden
        case .insufficientPasswordQuality where answer.isWithoutReason:
            self = write.looksHashed ? .passwordLooksHashed : .passwordCheckSilent
        default: self = .passwordQuality(message: told.message)
        }
    }

    private init(forbidden answer: LDAPResult, _ write: borrowing PermittedWrite) {
        if answer.isRestricted {
            self = .directoryRefusedAgent("its own password must be changed first")
        } else {
            let right: Right = write.operation == .unlock ? .clearLock : .writePassword
            self = .noPermission(right, object: write.facts.identity.distinguishedName)
        }
    }

    /// slapd says 53 for a wrong old password, for a read-only database and for a consumer alike; nil for anything else.
    ///
    /// The text is the server's own here: one without what repeats a password would hide its cause from those who guess
    /// one of the words in it.
    private init?(unwilling answer: LDAPResult, to operation: Operation) {
        let text = answer.diagnosticMessage
        if text.contains("shadow context") || text.contains("operation restricted") {
            self = .directoryReadOnly
        } else if operation == .change, text.contains("verify old password") {
            self = .wrongCurrentPassword
        } else {
            return nil
        }
    }
}

extension LDAPResult {
    /// The password policy's reason where it is the policy that refuses.
    fileprivate var policyRefusal: PasswordPolicyError? {
        switch (code, passwordPolicy?.error) {
        case (.constraintViolation, let error): error
        case (_, .mustSupplyOldPassword), (.insufficientAccessRights, .passwordModNotAllowed): passwordPolicy?.error
        default: nil
        }
    }

    /// Whether the words are the overlay's own, which it uses where a check module has none.
    fileprivate var isWithoutReason: Bool { diagnosticMessage == "Password fails quality checking policy" }
}
