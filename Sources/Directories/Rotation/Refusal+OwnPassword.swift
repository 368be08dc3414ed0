internal import LDAPClient
internal import Requests
internal import Secrets

extension Refusal {
    /// The refusal for a server's answer to a change of the agent's own password.
    init(ownPassword answer: LDAPResult, of name: DistinguishedName, _ new: SharedSecret) {
        let isRepeated = new.withSecret { $0.isContained(in: answer.diagnosticMessage) }
        let told = isRepeated ? answer.withMessage("") : answer
        switch (answer.code, answer.passwordPolicy?.error) {
        case (_, .passwordModNotAllowed): self = .changeForbidden
        case (_, .passwordTooYoung): self = .passwordTooYoung(until: nil)
        case (.insufficientAccessRights, _): self = .noPermission(.changeOwnPassword, object: name.text)
        case (.constraintViolation, _): self = .passwordQuality(message: told.message)
        default: self = Refusal(told)
        }
    }
}
