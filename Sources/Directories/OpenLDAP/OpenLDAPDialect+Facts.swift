internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// An account's state and policy in slapd.
extension OpenLDAPDialect {
    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        (facts.rules, facts.hasUnreadablePolicy) = try await rules(for: entry, in: session)
        facts.readOpenLDAPState(of: entry, now: .now)
        return facts
    }

    /// The rules of the policy that the account names, or else of the default one, and whether one could not be read.
    ///
    /// To slapd a name that leads to no entry means no policy at all. The agent cannot tell that from an entry that it
    /// may not read, and takes it for one.
    private func rules(
        for entry: Entry, in session: borrowing DirectorySession
    ) async throws(Refusal) -> (PasswordRules?, isUnreadable: Bool) {
        guard let name = policyName(of: entry, in: session) else { return (nil, false) }
        let rules = try await session.rules(of: name, attributes: OpenLDAPPolicyAttribute.allCases.map(\.rawValue)) {
            PasswordRules(openLDAP: $0)
        }
        return (rules, rules == nil)
    }

    /// The policy that an account names, or else the default one.
    func policyName(of entry: Entry, in session: borrowing DirectorySession) -> DistinguishedName? {
        guard let own = entry.text(OpenLDAPAttribute.policy) else { return session.directory.settings.defaultPolicy }
        return try? DistinguishedName(own)
    }

    func sight(of entry: Entry) -> Sight {
        Sight(
            changedAt: entry.text(OpenLDAPAttribute.changedTime).flatMap(Timestamp.init(generalizedTime:)),
            mark: entry.text(OpenLDAPAttribute.changeMark), lock: entry.text(OpenLDAPAttribute.lockedTime),
            mustChange: entry.text(OpenLDAPAttribute.reset) == "TRUE")
    }

    /// slapd finds an entry by the absence of an attribute only for one who may read it.
    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        let open = try await connection.search(
            base: name, scope: .base, filter: .not(.present(OpenLDAPAttribute.lockedTime)), attributes: ["1.1"],
            sizeLimit: 1, deadline: deadline)
        return !open.entries.isEmpty
    }
}
