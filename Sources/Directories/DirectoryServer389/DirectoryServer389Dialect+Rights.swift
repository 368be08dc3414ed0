internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// Looking for missing rights in 389 Directory Server, by its own account of them.
extension DirectoryServer389Dialect {
    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        typealias Attribute = DirectoryServer389Attribute
        guard let name = try? DistinguishedName(facts.identity.distinguishedName) else { return [] }
        let (rights, agent) = await session.effectiveRights(on: name, to: [Attribute.password] + Attribute.facts)
        let place = session.directory.settings.base
        func finding(
            _ right: Right, _ isGranted: Bool?, for operations: [Operation], _ instruction: AccessInstruction
        ) -> RightFinding {
            let state: RightFinding.State = isGranted.map { $0 ? .granted : .missing } ?? .unknown
            let remedy = state == .granted ? nil : instruction.ldif(at: place, for: agent)
            return RightFinding(right, state, for: operations, remedy: remedy)
        }
        return [
            finding(.readAccount, rights?.allowReading(Attribute.facts), for: Operation.allCases, .accounts),
            try await session.isManager(agent)
                ? .ofManager
                : finding(
                    .writePassword, rights?.allowWriting([Attribute.password]), for: [.reset, .change], .passwords),
            finding(.clearLock, rights?.allowWriting(Attribute.lock), for: [.unlock, .reset], .lockouts),
            policyFinding(facts, place, agent),
        ]
    }

    private func policyFinding(
        _ facts: AccountFacts, _ place: DistinguishedName, _ agent: DistinguishedName?
    ) -> RightFinding {
        let operations: [Operation] = [.reset, .change, .status]
        guard facts.hasUnreadablePolicy else { return RightFinding(.readPolicy, .granted, for: operations) }
        var parts = [AccessInstruction.policies.ldif(at: place, for: agent)]
        if let config = try? DistinguishedName(DirectoryServer389PolicyAttribute.globalPolicy) {
            parts.append(AccessInstruction.globalPolicy.ldif(at: config, for: agent))
        }
        return RightFinding(.readPolicy, .missing, for: operations, remedy: parts.joined(separator: "\n\n"))
    }
}

/// The instructions of `etc/389-ds/acl.ldif`.
extension AccessInstruction {
    private static let reading = "read, search, compare"

    fileprivate static let passwords = AccessInstruction(
        title: "passwords", attributes: [DirectoryServer389Attribute.password], rights: "write")
    fileprivate static let lockouts = AccessInstruction(
        title: "lockouts", attributes: DirectoryServer389Attribute.lock, rights: "\(reading), write")
    fileprivate static let accounts = AccessInstruction(
        title: "accounts",
        attributes: ["objectClass", "uid", "mail", "cn", "displayName"] + DirectoryServer389Attribute.facts,
        rights: reading)
    fileprivate static let policies = AccessInstruction(
        title: "policies", attributes: ["*"], rights: reading, filter: "(objectClass=passwordPolicy)")
    fileprivate static let globalPolicy = AccessInstruction(
        title: "global policy",
        attributes: ["objectClass", "cn"] + DirectoryServer389PolicyAttribute.allCases.map(\.rawValue)
            + ["nsslapd-pwpolicy-*"],
        rights: reading, filter: "(\(DirectoryServer389PolicyAttribute.globalPolicy))")
}
