internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// Finding an account in slapd, with its state and its policy.
extension DirectorySession {
    func findOpenLDAP(_ reference: AccountReference) async throws(Refusal) -> AccountFacts {
        let filter: Filter
        do {
            filter = try accountFilter(reference, anchor: OpenLDAPAttribute.anchor)
        } catch {
            throw Refusal(beforeSending: error)
        }
        let entry = try await oneEntry(matching: filter, attributes: OpenLDAPAttribute.facts)
        guard let anchor = entry.text(OpenLDAPAttribute.anchor) else { throw .noPermission(.readAccount) }
        var facts = AccountFacts(
            identity: AccountIdentity(
                directory: directory.settings.name, server: lease.connection.address.description,
                distinguishedName: entry.dn.text, anchor: anchor))
        (facts.rules, facts.hasUnreadablePolicy) = try await openLDAPRules(for: entry)
        facts.readOpenLDAPState(of: entry, now: .now)
        return facts
    }

    /// The rules of the policy that the account names, or else of the default one, and whether one could not be read.
    ///
    /// To slapd a name that leads to no entry means no policy at all. The agent cannot tell that from an entry that it
    /// may not read, and takes it for one.
    private func openLDAPRules(for entry: Entry) async throws(Refusal) -> (PasswordRules?, isUnreadable: Bool) {
        var name = directory.settings.defaultPolicy
        if let own = entry.text(OpenLDAPAttribute.policy) { name = try? DistinguishedName(own) }
        guard let name else { return (nil, false) }
        if let known = directory.policies.rules(of: name.text) { return (known, known == nil) }
        let rules = try await readOpenLDAPRules(named: name)
        directory.policies.remember(rules, of: name.text)
        return (rules, rules == nil)
    }

    private func readOpenLDAPRules(named name: DistinguishedName) async throws(Refusal) -> PasswordRules? {
        do {
            return try await lease.connection.entry(
                name, attributes: OpenLDAPPolicyAttribute.allCases.map(\.rawValue), deadline: exchangeDeadline
            ).map(PasswordRules.init(openLDAP:))
        } catch {
            throw Refusal(beforeSending: error)
        }
    }
}
