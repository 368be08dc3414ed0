internal import AccountPolicy
internal import LDAPClient
internal import Requests

/// The ways of any LDAPv3 server with the password modify operation (RFC 3062): what no standard says, such as locks and
/// rules for passwords, is neither known nor guessed.
struct PlainDialect: Dialect {
    let accountAttributes = ["uid"]
    let factAttributes = [PlainAttribute.anchor, PlainAttribute.changeMark]
    let sightAttributes = [PlainAttribute.anchor, PlainAttribute.changeMark]
    /// A time of whole seconds that any write moves says little, and may not be readable at all.
    let provesBySigningIn = true
    let limits: [DirectoryLimit] = [
        .mustChangeUnsupported, .locksUnknown, .rulesUnknown, .rightsUnknown, .validityUnknown,
    ]

    func anchorFilter(_ id: String) throws(LDAPError) -> Filter { try .equal(PlainAttribute.anchor, id) }

    /// Where entries have no entryUUID that may be read, an account's name is all there is to hold on to: it is then found
    /// under that name only for as long as it is not moved.
    func anchor(of entry: Entry) -> String? { entry.text(PlainAttribute.anchor) ?? entry.dn.text }

    func name(ofAnchor id: String) -> DistinguishedName? {
        guard let name = try? DistinguishedName(id), !name.isRoot else { return nil }
        return name
    }

    func facts(
        of entry: Entry, _ identity: AccountIdentity, in session: borrowing DirectorySession
    ) async throws(Refusal) -> AccountFacts {
        var facts = AccountFacts(identity: identity)
        facts.lock = .unknown
        facts.changeMark = entry.text(PlainAttribute.changeMark)
        return facts
    }

    func sight(of entry: Entry) -> Sight {
        Sight(mark: entry.text(PlainAttribute.changeMark), marksSeconds: true)
    }

    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool { false }

    func rights(
        on facts: AccountFacts, in session: borrowing DirectorySession
    ) async throws(Refusal) -> [RightFinding] {
        let account = facts.identity.distinguishedName
        let remedy =
            "Let the agent's identity write the password of \(account) by the password modify operation (RFC 3062)."
        return [
            RightFinding(.writePassword, .unknown, for: [.reset, .change], remedy: remedy),
            RightFinding(.readAccount, .granted, for: [.reset, .change, .status]),
        ]
    }
}
