internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests

extension Refusal {
    /// The refusal for any server's answer to the password modify operation.
    ///
    /// RFC 3062 gives no code of its own to any cause. Codes with one meaning are told by it, and the control of the
    /// password policy draft by its own (draft-behera-ldap-password-policy section 6.2) where it comes along.
    init(plain answer: LDAPResult, to write: borrowing PermittedWrite) {
        let told = answer.withMessage(write.harmless(answer.diagnosticMessage))
        switch (answer.code, write.operation) {
        case (.constraintViolation, _): self = Refusal(plainPolicy: told, to: write.operation)
        case (.insufficientAccessRights, _) where answer.passwordPolicy?.error == .mustSupplyOldPassword:
            self = .currentPasswordRequired
        case (.insufficientAccessRights, _):
            self = .noPermission(.writePassword, object: write.facts.identity.distinguishedName)
        // The agent itself has signed in, so it is the current password that the server finds wrong.
        case (.invalidCredentials, .change): self = .wrongCurrentPassword
        case (.unwillingToPerform, .change), (.noSuchAttribute, .change), (.attributeOrValueExists, .change):
            self =
                answer.passwordPolicy?.error == .mustSupplyOldPassword
                ? .wrongCurrentPassword : .changeRefused(message: told.message)
        default: self = Refusal(told)
        }
    }

    private init(plainPolicy answer: LDAPResult, to operation: Operation) {
        switch answer.passwordPolicy?.error {
        case .passwordTooShort: self = .passwordTooShort(minimum: nil)
        case .passwordTooLong: self = .passwordTooLong(maximum: nil)
        case .passwordInHistory: self = .passwordInHistory(depth: nil)
        case .passwordTooYoung: self = .passwordTooYoung(until: nil)
        case .passwordModNotAllowed: self = .changeForbidden
        case .mustSupplyOldPassword: self = operation == .change ? .wrongCurrentPassword : .currentPasswordRequired
        default: self = .passwordQuality(message: answer.message)
        }
    }
}
