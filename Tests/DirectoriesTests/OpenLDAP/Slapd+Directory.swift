import Directories
import LDAPClient
import Requests
import Secrets
import TestSupport

/// A test's slapd as a directory of the agent's.
extension Slapd {
    /// The directory `corp`, spoken to without TLS on this machine.
    ///
    /// - Parameters:
    ///   - kind: The ways of it; nil for what it says it is.
    ///   - attributes: What a sign-in name is compared with.
    ///   - base: Where the accounts lie.
    ///   - bindsToVerify: Whether a write is proved by signing in as well.
    func directory(
        kind: DirectoryKind? = .openLDAP, attributes: [String]? = nil, base: String? = nil, bindsToVerify: Bool = false
    ) throws -> Directory {
        try .corp(
            at: [try plain], as: try serviceCredentials, below: base ?? self["PEOPLE_DN"], kind,
            attributes: attributes, defaultPolicy: self["POLICY_DN"], bindsToVerify: bindsToVerify)
    }

    /// The agent's rights on a person.
    func rights(on person: String, kind: DirectoryKind = .openLDAP) async throws -> [Right: RightFinding] {
        let session = try await directory(kind: kind).session(deadline: .now + .seconds(30))
        let facts = try await session.find(.name(person))
        let findings = try await session.rights(on: facts)
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.right, $0) })
    }

    /// A person's whole entry as the administrator sees it, operational attributes included.
    func state(of person: String) async throws -> [String: [[UInt8]]] {
        let connection = try await connect(as: try adminCredentials)
        let entry = try await connection.entry(
            try self.person(person), attributes: ["*", "+"], deadline: .now + .seconds(30))
        await connection.close()
        guard let entry else { throw TestFailure("\(person) is gone") }
        return Dictionary(uniqueKeysWithValues: entry.attributeNames.map { ($0, entry[$0]) })
    }

    /// Whether a person signs in with a password.
    func signsIn(_ person: String, _ password: String) async throws -> Bool {
        do {
            await (try connect(as: try credentials(person, password))).close()
            return true
        } catch is LDAPError {
            return false
        }
    }

    /// Locks a person's account by as many wrong passwords as its policy takes.
    func lock(_ person: String) async throws {
        for _ in 0..<3 { _ = try await signsIn(person, "wrong") }
    }

    /// Changes a person's entry, by the lines of an LDIF change record.
    func modify(_ person: String, _ lines: String) async throws {
        try await modify("dn: \(try self.person(person))\nchangetype: modify\n\(lines)\n")
    }

    /// Changes the settings of the people's database, by the lines of an LDIF change record.
    func configureDatabase(_ lines: String) async throws {
        try await configure("dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\n\(lines)\n")
    }

    /// Puts a rule about the agent in front of all others; `subject` as in slapd.access(5).
    func allow(_ access: String, to subject: String) async throws {
        try await configureDatabase(
            """
            add: olcAccess
            olcAccess: {0}to \(subject) by dn.exact="\(self["SERVICE_DN"])" \(access) by * break
            """)
    }

    /// Takes the rule in front away.
    func disallow() async throws {
        try await configureDatabase("delete: olcAccess\nolcAccess: {0}")
    }

    /// Takes the ppolicy overlay off the people's database.
    func withoutPolicy() async throws {
        try await configure("dn: olcOverlay={0}ppolicy,olcDatabase={1}mdb,cn=config\nchangetype: delete\n")
    }
}
