internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// Looking for missing rights in FreeIPA, by the server's own account of them.
extension FreeIPADialect {
    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        typealias Attribute = FreeIPAAttribute
        guard let name = try? DistinguishedName(facts.identity.distinguishedName) else { return [] }
        let (rights, agent) = await session.effectiveRights(
            on: name, to: [Attribute.password, Attribute.expirationTime] + Attribute.facts)
        func finding(
            _ right: Right, _ isGranted: Bool?, for operations: [Operation], _ remedy: String
        ) -> RightFinding {
            let state: RightFinding.State = isGranted.map { $0 ? .granted : .missing } ?? .unknown
            return RightFinding(right, state, for: operations, remedy: state == .granted ? nil : remedy)
        }
        return [
            finding(.readAccount, rights?.allowReading(Attribute.facts), for: Operation.allCases, Self.readingRemedy),
            try await session.isManager(agent)
                ? .ofManager
                : finding(
                    .writePassword, rights?.allowWriting([Attribute.password, Attribute.expirationTime]), for: [.reset],
                    Self.permission("System: Change User password")),
            finding(.clearLock, rights?.allowWriting(Attribute.lock), for: [.unlock, .reset], Self.unlockRemedy),
            finding(
                .readPolicy, !facts.hasUnreadablePolicy, for: Operation.allCases,
                Self.permission("System: Read Group Password Policy")),
        ]
    }

    private static func permission(_ name: String) -> String {
        "ipa privilege-add-permission 'writebackd' --permissions='\(name)'"
    }

    private static var readingRemedy: String { permission("System: Read User Kerberos Login Attributes") }

    /// The permission that FreeIPA brings along lets its holder enable disabled accounts as well.
    private static var unlockRemedy: String {
        """
        ipa permission-add 'writebackd: unlock' --type=user --right=write \
        --attrs={\(FreeIPAAttribute.lock.joined(separator: ",").lowercased())}
        \(permission("writebackd: unlock"))
        """
    }
}
