internal import LDAPClient
internal import Requests

extension DirectorySession {
    /// The rules of a policy entry, read lately or now; nil when there is none, or none that may be read.
    func rules(
        of name: DistinguishedName, attributes: [String], read: @Sendable (Entry) -> PasswordRules?
    ) async throws(Refusal) -> PasswordRules? {
        if let known = directory.policies.rules(of: name.text) { return known }
        let rules = try await entry(name, attributes: attributes).flatMap(read)
        directory.policies.remember(rules, of: name.text)
        return rules
    }
}
