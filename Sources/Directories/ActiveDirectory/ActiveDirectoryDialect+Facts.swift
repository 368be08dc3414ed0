internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// An account's state and policy in Active Directory.
extension ActiveDirectoryDialect {
    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        (facts.rules, facts.hasUnreadablePolicy) = try await rules(for: entry, in: session)
        facts.readActiveDirectoryState(of: entry, now: .now)
        if facts.rules?.forbidsNames == true {
            facts.names = NameTokens.of(
                accountName: entry.text(ActiveDirectoryAttribute.accountName),
                displayName: entry.text(ActiveDirectoryAttribute.displayName))
        }
        facts.isProtected = try await isProtected(entry, in: session)
        if facts.isNearLockout {
            facts.pauseTries(serverTime: try await serverTime(in: session), now: .now)
        }
        return facts
    }

    /// The rules of the settings object that applies to the account, or else of the domain, and whether they could not be
    /// read.
    private func rules(
        for entry: Entry, in session: borrowing DirectorySession
    ) async throws(Refusal) -> (PasswordRules, isUnreadable: Bool) {
        let read = try await policy(for: entry, in: session)
        var rules = read ?? PasswordRules()
        rules.remembersOnReset = policyHints != nil
        rules.agesOnReset = policyHints != nil
        rules.forbidsNames = rules.minimumClasses != nil && !isSamba
        rules.maximumLength = isSamba ? nil : 256
        let flags = entry.flags(ActiveDirectoryAttribute.control) ?? []
        rules.canAskForChange = !flags.contains(.neverExpires)
        rules.allowsChange = entry.accessList?.grants(.changePassword, to: SecurityIdentifier.owner) ?? true
        return (rules, read == nil)
    }

    private func policy(
        for entry: Entry, in session: borrowing DirectorySession
    ) async throws(Refusal) -> PasswordRules? {
        if let own = entry.text(ActiveDirectoryAttribute.resultantPolicy) {
            guard let name = try? DistinguishedName(own) else { return nil }
            return try await session.rules(of: name, attributes: PasswordSettingsAttribute.allCases.map(\.rawValue)) {
                PasswordRules(settingsObject: $0)
            }
        }
        guard let domain else { return nil }
        return try await session.rules(of: domain, attributes: DomainPolicyAttribute.allCases.map(\.rawValue)) {
            PasswordRules(domain: $0)
        }
    }

    /// Members of administrators' groups are cut off from what is granted on the branch (AdminSDHolder, [MS-ADTS] section
    /// 3.1.1.6.1.2). The mark of it, adminCount, stays when they leave; what counts is whether the right is there.
    private func isProtected(_ entry: Entry, in session: borrowing DirectorySession) async throws(Refusal) -> Bool {
        guard entry.number(ActiveDirectoryAttribute.adminCount) == 1 else { return false }
        guard let list = entry.accessList else { return true }
        return !list.grants(.resetPassword, to: try await session.token)
    }

    /// The domain controller's clock, by which it forgets wrong passwords; this machine's may be another.
    private func serverTime(in session: borrowing DirectorySession) async throws(Refusal) -> Timestamp? {
        let attribute = ActiveDirectoryAttribute.Root.time
        return try await session.entry(.root, attributes: [attribute])?.text(attribute)
            .flatMap(Timestamp.init(generalizedTime:))
    }
}

extension SecurityIdentifier {
    /// What a user is to the own entry, whoever it is.
    static let owner: Set<SecurityIdentifier> = [.principalSelf, .everyone, .authenticatedUsers]
}
