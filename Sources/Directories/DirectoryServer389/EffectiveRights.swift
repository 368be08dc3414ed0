internal import LDAPClient
internal import Requests

/// What an identity may do with the attributes of an entry, as 389 Directory Server tells on request
/// (draft-ietf-ldapext-acl-model section 9, "Get Effective Rights").
struct EffectiveRights {
    /// The control's identifier.
    static let oid = "1.3.6.1.4.1.42.2.27.9.5.2"
    private static let attribute = "attributeLevelRights"

    private let letters: [String: Substring]

    /// Reads the rights that came with an entry, as in `userPassword:wo, uid:rsc`; nil when none came.
    init?(_ entry: Entry) {
        guard let text = entry.text(Self.attribute) else { return nil }
        var letters: [String: Substring] = [:]
        for part in text.split(separator: ",") {
            let pair = part.drop { $0 == " " }.split(separator: ":")
            guard pair.count == 2, pair[1] != "none" else { continue }
            letters[pair[0].lowercased()] = pair[1]
        }
        self.letters = letters
    }

    /// Asks for the rights of the identity named `subject`.
    static func control(of subject: DistinguishedName) -> Control {
        Control(oid: oid, isCritical: true, value: Array("dn:\(subject.text)".utf8))
    }

    /// Whether each of `attributes` may be read.
    func allowReading(_ attributes: [String]) -> Bool { allow("r", attributes) }

    /// Whether each of `attributes` may be written.
    func allowWriting(_ attributes: [String]) -> Bool { allow("w", attributes) }

    private func allow(_ letter: Character, _ attributes: [String]) -> Bool {
        attributes.allSatisfy { letters[$0.lowercased()]?.contains(letter) ?? false }
    }
}

extension DirectorySession {
    /// The agent's own rights on an entry, and its own name; nil where the server does not tell.
    func effectiveRights(
        on name: DistinguishedName, to attributes: [String]
    ) async -> (rights: EffectiveRights?, agent: DistinguishedName?) {
        do throws(LDAPError) {
            let identity = try await lease.connection.whoAmI(deadline: exchangeDeadline)
            guard identity.hasPrefix("dn:") else { return (nil, nil) }
            let agent = try DistinguishedName(String(identity.dropFirst(3).drop { $0 == " " }))
            let found = try await lease.connection.search(
                base: name, scope: .base, attributes: attributes, sizeLimit: 1,
                controls: [EffectiveRights.control(of: agent)], deadline: exchangeDeadline)
            return (found.entries.first.flatMap(EffectiveRights.init), agent)
        } catch {
            return (nil, nil)
        }
    }

    /// Whether the agent is the server's manager (`nsslapd-rootdn`), whom no rights and no password policy hold.
    ///
    /// Who may not read that is not the manager.
    func isManager(_ agent: DistinguishedName?) async throws(Refusal) -> Bool {
        let attribute = "nsslapd-rootdn"
        guard let agent, let config = try? DistinguishedName("cn=config"),
            let manager = try await entry(config, attributes: [attribute])?.text(attribute)
        else { return false }
        return (try? DistinguishedName(manager)) == agent
    }
}

extension RightFinding {
    /// The finding about an agent that signs in as the manager.
    static let ofManager = RightFinding(
        .writePassword, .excessive, for: [.reset, .change],
        remedy:
            "# The agent signs in as the directory's manager, whom no policy holds. Give it an identity of its own."
    )
}
