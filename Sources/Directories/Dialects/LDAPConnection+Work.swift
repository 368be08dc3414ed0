internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

extension LDAPConnection {
    /// Writes the password of a reset or a change by the password modify operation (RFC 3062); nil for other work.
    func modifyPassword(
        of name: DistinguishedName, for work: borrowing Work, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult? {
        switch work {
        case .reset(let reset): try await modifyPassword(of: name, to: reset.new, deadline: deadline)
        case .change(let change):
            try await modifyPassword(of: name, from: change.current, to: change.new, deadline: deadline)
        default: nil
        }
    }
}
