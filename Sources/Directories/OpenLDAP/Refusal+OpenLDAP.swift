internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

extension Refusal {
    /// The refusal for slapd's answer to a write.
    ///
    /// The control of the password policy draft (draft-behera-ldap-password-policy section 6.2) says most; the result
    /// code says the rest; text is read only where slapd has nothing else to tell two causes apart.
    init(openLDAP answer: LDAPResult, to intent: borrowing Intent) {
        let told = answer.withMessage(intent.harmless(answer.diagnosticMessage))
        let operation = intent.permitted.operation
        if let error = answer.passwordPolicy?.error,
            answer.code == .constraintViolation || error == .mustSupplyOldPassword
        {
            self = Refusal(policy: error, told, intent)
            return
        }
        switch answer.code {
        case .constraintViolation: self = .passwordQuality(message: told.message)
        case .insufficientAccessRights: self = .noPermission(operation == .unlock ? .clearLock : .writePassword)
        case .unwillingToPerform: self = Refusal(unwilling: answer, to: operation) ?? Refusal(told)
        case .noSuchAttribute, .attributeOrValueExists: self = .accountBusy
        default: self = Refusal(told)
        }
    }

    private init(policy error: PasswordPolicyError, _ result: LDAPResult, _ intent: borrowing Intent) {
        let rules = intent.permitted.facts.rules
        switch error {
        case .passwordTooShort: self = .passwordTooShort(minimum: rules?.minimumLength)
        case .passwordTooLong: self = .passwordTooLong(maximum: rules?.maximumLength)
        case .passwordInHistory: self = .passwordInHistory(depth: rules?.history)
        case .passwordTooYoung: self = .passwordTooYoung(until: intent.permitted.facts.changeableFrom)
        case .mustSupplyOldPassword where intent.permitted.operation == .change: self = .wrongCurrentPassword
        case .mustSupplyOldPassword: self = .currentPasswordRequired
        case .passwordModNotAllowed: self = .changeForbidden
        default: self = .passwordQuality(message: result.message)
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
    /// The server's words, if it had any.
    fileprivate var message: String? { diagnosticMessage.isEmpty ? nil : diagnosticMessage }

    /// The same result in other words.
    fileprivate func withMessage(_ message: String) -> LDAPResult {
        LDAPResult(
            code: code, diagnosticMessage: message, matchedDN: matchedDN, referrals: referrals, controls: controls)
    }
}

extension AccountFacts {
    /// When the policy's minimum age lets the password be changed again.
    fileprivate var changeableFrom: Timestamp? {
        guard let age = rules?.minimumAge, let lastChange else { return nil }
        return lastChange + age
    }
}

extension Intent {
    /// A server's message, or nothing of it when it repeats one of the passwords.
    fileprivate func harmless(_ message: String) -> String {
        permitted.authorised.request.work.isRepeated(in: message) ? "" : message
    }
}
