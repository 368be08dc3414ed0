internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// What the agent may do to one account in slapd, found out without doing it.
extension OpenLDAPDialect {
    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        let account = facts.identity.distinguishedName
        let remedies = OpenLDAPRemedies(
            account: account, branch: session.directory.settings.base.text, agent: await session.agentName)
        guard let name = try? DistinguishedName(account) else { return [] }
        let password = try await session.answer(to: .password, on: name, controls: [.requiredPasswordPolicy])
        guard password.code != .unavailableCriticalExtension else {
            return try await rightsWithoutPolicy(on: name, remedies, in: session)
        }
        let policy = try await policyRight(of: name, remedies, in: session)
        return [
            try await passwordRight(password, under: policy, on: name, remedies, in: session),
            RightFinding(.verifyPassword, .unknown, for: [.change], remedy: remedies.verifyPassword),
            finding(.clearLock, try await session.answer(to: .lock, on: name), for: [.unlock], remedies.clearLock),
            finding(
                .askForChange, try await session.answer(to: .reset, on: name), for: [.reset], remedies.askForChange),
            try await stateRight(on: name, OpenLDAPAttribute.facts, remedies, in: session),
            policy,
        ]
    }

    /// The password policy's control is refused as critical where the overlay is not on the database.
    private func rightsWithoutPolicy(
        on name: DistinguishedName, _ remedies: OpenLDAPRemedies, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        let attributes = [OpenLDAPAttribute.anchor, OpenLDAPAttribute.changeMark]
        let password = try await session.answer(to: .password, on: name)
        return [
            finding(.writePassword, password, for: [.reset, .change], remedies.writePassword),
            RightFinding(.verifyPassword, .unknown, for: [.change], remedy: remedies.verifyPassword),
            RightFinding(.clearLock, .unknown, for: [.unlock], remedy: remedies.overlay),
            RightFinding(.askForChange, .unknown, for: [.reset], remedy: remedies.overlay),
            try await stateRight(on: name, attributes, remedies, in: session),
            RightFinding(.readPolicy, .unknown, for: [.reset, .change], remedy: remedies.overlay),
        ]
    }

    /// One who may manage the password is above the policy, which slapd does not say by itself; and where no policy is
    /// there for sure, nobody is held to one.
    private func passwordRight(
        _ answer: LDAPResult, under policy: RightFinding, on name: DistinguishedName, _ remedies: OpenLDAPRemedies,
        in session: borrowing DirectorySession
    ) async throws(Refusal) -> RightFinding {
        let finding = finding(.writePassword, answer, for: [.reset, .change], remedies.writePassword)
        guard finding.state == .granted, policy.state == .granted else { return finding }
        let judged = try await session.answer(to: .policy, on: name)
        guard judged.code == .noSuchAttribute, judged.passwordPolicy?.error == nil else { return finding }
        return RightFinding(.writePassword, .excessive, for: [.reset, .change], remedy: remedies.noManaging)
    }

    private func finding(
        _ right: Right, _ answer: LDAPResult, for operations: [Operation], _ remedy: String
    ) -> RightFinding {
        switch answer.code {
        case .noSuchAttribute: RightFinding(right, .granted, for: operations)
        case .insufficientAccessRights: RightFinding(right, .missing, for: operations, remedy: remedy)
        default:
            RightFinding(right, .unknown, for: operations, remedy: "The server does not say: it answered \(answer).")
        }
    }

    private func stateRight(
        on name: DistinguishedName, _ attributes: [String], _ remedies: OpenLDAPRemedies,
        in session: borrowing DirectorySession
    ) async throws(Refusal) -> RightFinding {
        let hidden = try await session.unreadable(attributes, of: name)
        guard !hidden.isEmpty else { return RightFinding(.readAccount, .granted, for: Operation.allCases) }
        return RightFinding(
            .readAccount, .missing, for: operations(without: hidden), remedy: remedies.readAccount(hidden))
    }

    /// The operations that cannot be carried out, or proved, without reading these; the others only see less.
    private func operations(without hidden: [String]) -> [Operation] {
        let proofs = [OpenLDAPAttribute.changeMark, OpenLDAPAttribute.changedTime]
        let writing: [Operation] = proofs.allSatisfy(hidden.contains) ? [.reset, .change] : []
        return writing + (hidden.contains(OpenLDAPAttribute.lockedTime) ? [.unlock] : [])
    }

    private func policyRight(
        of name: DistinguishedName, _ remedies: OpenLDAPRemedies, in session: borrowing DirectorySession
    ) async throws(Refusal) -> RightFinding {
        let operations: [Operation] = [.reset, .change]
        let account = try await session.entry(name, attributes: [OpenLDAPAttribute.policy])
        guard let policy = account.flatMap({ policyName(of: $0, in: session) }) else {
            return RightFinding(.readPolicy, .unknown, for: operations, remedy: remedies.namePolicy)
        }
        let attributes = OpenLDAPPolicyAttribute.allCases.map(\.rawValue)
        guard try await session.unreadable(attributes, of: policy).isEmpty else {
            return RightFinding(.readPolicy, .missing, for: operations, remedy: remedies.readPolicy(policy.text))
        }
        return RightFinding(.readPolicy, .granted, for: operations)
    }
}
