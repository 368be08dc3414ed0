internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// What the agent may do to one account of Active Directory, read from its access list.
extension ActiveDirectoryDialect {
    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        guard let name = try? DistinguishedName(facts.identity.distinguishedName) else { return [] }
        let list = try await session.accessList(of: name)
        let token = try await session.token
        let access = AccountAccess(list: list, token: token)
        let delegation = Delegation(
            account: name.text, agent: try await session.agentIdentifier(among: token, below: domain),
            domain: domain?.text ?? "", server: session.lease.connection.address, isSamba: isSamba,
            inherits: list?.isProtected == false)
        let adminRemedy = facts.isProtected ? Delegation.protected : nil
        return [
            access.finding(.writePassword, [.resetPassword], for: [.reset], adminRemedy ?? delegation.resetPassword),
            changeRight(access),
            access.finding(.clearLock, [.clearLock], for: [.reset, .unlock], adminRemedy ?? delegation.clearLock),
            access.finding(.askForChange, [.askForChange], for: [.reset], adminRemedy ?? delegation.askForChange),
            access.finding(.readAccount, AccessRight.readState, for: Operation.allCases, delegation.readAccount),
            RightFinding(
                .readPolicy, facts.hasUnreadablePolicy ? .missing : .granted, for: [.reset, .change, .status],
                remedy: facts.hasUnreadablePolicy ? delegation.readPolicy : nil),
        ]
    }

    /// Everybody may change a password who knows it. Where that is denied it is the account's own setting, and wanted.
    private func changeRight(_ access: AccountAccess) -> RightFinding {
        access.finding(
            .verifyPassword, [.changePassword], for: [.change],
            "The account is set to \"User cannot change password\": Change Password is denied to it. Take that off where "
                + "the owner is to change it.")
    }
}

extension DirectorySession {
    /// Which of those that the agent is together is itself: of all of them only it can be a user. Nil when it may not be
    /// read; a group must never be taken for it, for a remedy would grant the group what is meant for the agent.
    func agentIdentifier(
        among token: Set<SecurityIdentifier>, below domain: DistinguishedName?
    ) async throws(Refusal) -> SecurityIdentifier? {
        guard let domain else { return nil }
        let attribute = ActiveDirectoryAttribute.identifier
        do {
            let own = try token.filter(\.isOfDomain).map { (identifier) throws(LDAPError) in
                try Filter.equal(attribute, identifier.bytes)
            }
            guard !own.isEmpty else { return nil }
            let found = try await lease.connection.search(
                base: domain, scope: .subtree, filter: .and([try .equal("objectClass", "user"), .or(own)]),
                attributes: [attribute], sizeLimit: 2, deadline: exchangeDeadline)
            return found.entries.first?[attribute].first.flatMap { SecurityIdentifier(bytes: $0[...]) }
        } catch {
            throw Refusal(beforeSending: error)
        }
    }
}
