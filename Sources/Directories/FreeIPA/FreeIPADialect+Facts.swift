internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// An account's state and policy in FreeIPA.
extension FreeIPADialect {
    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        if let name = policyName(for: entry, session.directory.settings) {
            facts.rules = try await session.rules(
                of: name, attributes: FreeIPAPolicyAttribute.allCases.map(\.rawValue) + ["objectClass"]
            ) { PasswordRules(freeIPA: $0) }
        }
        (facts.hasUnreadablePolicy, facts.agentChecksReset) = (facts.rules == nil, true)
        facts.readFreeIPAState(of: entry, sight(of: entry), suffix: suffix, now: .now)
        return facts
    }

    /// The policy that the account's groups have given it, or else the configured one, or else that of its realm.
    private func policyName(for entry: Entry, _ settings: DirectorySettings) -> DistinguishedName? {
        if let own = entry.text(FreeIPAAttribute.policy) { return try? DistinguishedName(own) }
        if let configured = settings.defaultPolicy { return configured }
        guard let suffix, let realm = entry.text(FreeIPAAttribute.principal)?.split(separator: "@").last else {
            return nil
        }
        let kerberos = try? suffix.appending("cn", "kerberos").appending("cn", String(realm))
        return try? kerberos?.appending("cn", "global_policy")
    }

    func sight(of entry: Entry) -> Sight { Sight(freeIPA: entry, isNumbered: numbersUpdates) }

    /// The server finds an entry by the absence of an attribute only for one who may search by it.
    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        let present = try Filter.present(FreeIPAAttribute.failedCount)
        let found = try await connection.search(
            base: name, scope: .base, filter: .or([present, .not(present)]), attributes: ["1.1"], sizeLimit: 1,
            deadline: deadline)
        return !found.entries.isEmpty
    }
}
