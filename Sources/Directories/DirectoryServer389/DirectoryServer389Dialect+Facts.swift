internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// An account's state and policy in 389 Directory Server.
extension DirectoryServer389Dialect {
    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        facts.rules = try await rules(for: entry, in: session)
        facts.hasUnreadablePolicy = facts.rules == nil
        facts.readDirectoryServer389State(of: entry, sight(of: entry), now: .now)
        return facts
    }

    /// The rules of the local policy that the account has, its own or its subtree's, or else of the global one; nil when
    /// they may not be read.
    private func rules(for entry: Entry, in session: borrowing DirectorySession) async throws(Refusal) -> PasswordRules?
    {
        guard let local = entry.text(DirectoryServer389Attribute.policy).flatMap({ try? DistinguishedName($0) }) else {
            return try await globalRules(in: session)
        }
        let settings = try await switches(in: session)
        // Without the right to read cn=config: nobody makes local policies and leaves them switched off.
        guard settings?.isOn(DirectoryServer389PolicyAttribute.localPolicies) ?? true else {
            return try await globalRules(in: session)
        }
        let rules = try await rules(of: local, in: session)
        guard settings?.isOn(DirectoryServer389PolicyAttribute.inheritsSyntax) ?? false else { return rules }
        return rules?.inheritingSyntax(of: try await globalRules(in: session))
    }

    private func switches(in session: borrowing DirectorySession) async throws(Refusal) -> Entry? {
        guard let config = try? DistinguishedName(DirectoryServer389PolicyAttribute.globalPolicy) else { return nil }
        return try await session.entry(
            config,
            attributes: [
                DirectoryServer389PolicyAttribute.localPolicies, DirectoryServer389PolicyAttribute.inheritsSyntax,
            ])
    }

    private func globalRules(in session: borrowing DirectorySession) async throws(Refusal) -> PasswordRules? {
        guard let config = try? DistinguishedName(DirectoryServer389PolicyAttribute.globalPolicy) else { return nil }
        return try await rules(of: config, in: session)
    }

    /// cn=config always has every attribute, so that one that does not come may not be read.
    private func rules(
        of name: DistinguishedName, in session: borrowing DirectorySession
    ) async throws(Refusal) -> PasswordRules? {
        let isGlobal = name.text == DirectoryServer389PolicyAttribute.globalPolicy
        return try await session.rules(
            of: name, attributes: DirectoryServer389PolicyAttribute.allCases.map(\.rawValue) + ["objectClass"]
        ) { entry in
            guard isGlobal else { return entry["objectClass"].isEmpty ? nil : PasswordRules(directoryServer389: entry) }
            let isWhole = DirectoryServer389PolicyAttribute.allCases.allSatisfy { !entry[$0.rawValue].isEmpty }
            return isWhole ? PasswordRules(directoryServer389: entry) : nil
        }
    }

    func sight(of entry: Entry) -> Sight { Sight(directoryServer389: entry, isNumbered: numbersUpdates) }

    /// The server finds an entry by the absence of an attribute only for one who may search by it.
    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        var readable: [Filter] = []
        for attribute in [DirectoryServer389Attribute.unlockTime, DirectoryServer389Attribute.retryCount] {
            let present = try Filter.present(attribute)
            readable.append(.or([present, .not(present)]))
        }
        let found = try await connection.search(
            base: name, scope: .base, filter: .and(readable), attributes: ["1.1"], sizeLimit: 1, deadline: deadline)
        return !found.entries.isEmpty
    }
}

extension Entry {
    /// Whether a switch of 389 Directory Server's configuration is on; nil when it may not be read.
    fileprivate func isOn(_ attribute: String) -> Bool? { text(attribute).map { $0.lowercased() == "on" } }
}
