import Directories
import LDAPClient
import Requests
import Secrets
import TestSupport

/// A test's 389 Directory Server as a directory of the agent's.
extension DirectoryServer389 {
    /// The directory `corp`, spoken to over TLS.
    ///
    /// - Parameters:
    ///   - others: Further servers that it has, each with the same entries.
    ///   - base: Where the accounts lie.
    ///   - bindsToVerify: Whether a write is proved by signing in as well.
    ///   - isPasswordSyncManager: Whether FreeIPA takes the agent for one.
    ///   - credentials: How the agent signs in; as the service identity by default.
    func directory(
        kind: DirectoryKind = .directoryServer389, others: [DirectoryServer389] = [], base: String? = nil,
        bindsToVerify: Bool = false, isPasswordSyncManager: Bool = false, credentials: Credentials? = nil
    ) throws -> Directory {
        try .corp(
            at: try ([self] + others).map { try $0.tls() }, as: try credentials ?? serviceCredentials,
            below: base ?? self["PEOPLE_DN"], kind, bindsToVerify: bindsToVerify,
            isPasswordSyncManager: isPasswordSyncManager)
    }

    /// A stage for ``directory(kind:others:base:bindsToVerify:isPasswordSyncManager:)`` as it is by default.
    func stage() throws -> DirectoryStage { try DirectoryStage(directory: directory()) }

    /// Whether a person signs in with a password.
    func signsIn(_ uid: String, _ password: String) async throws -> Bool {
        try await bind(uid, password).code == .success
    }

    /// Tries so many wrong passwords of a person's.
    func fail(_ uid: String, times: Int = 3) async throws {
        for _ in 0..<times { _ = try await bind(uid, "wrong") }
    }

    /// A person's entry as Directory Manager sees it.
    func entry(of uid: String, _ attributes: [String]) async throws -> Entry {
        let connection = try await connect(as: try adminCredentials)
        let entry = try await connection.entry(
            try person(uid), attributes: attributes, deadline: .now + .seconds(30))
        await connection.close()
        guard let entry else { throw TestFailure("\(uid) is gone") }
        return entry
    }

    /// Changes a person's entry, by the lines of an LDIF change record.
    func modify(_ uid: String, _ lines: String) async throws {
        try await modify("dn: \(try person(uid))\nchangetype: modify\n\(lines)\n")
    }

    /// Changes the server's settings, its global password policy included, by the lines of an LDIF change record.
    func configure(_ lines: String) async throws {
        try await modify("dn: cn=config\nchangetype: modify\n\(lines)\n")
    }

    /// The agent's rights on a person.
    func rights(
        on uid: String, kind: DirectoryKind = .directoryServer389, base: String? = nil
    ) async throws -> [Right: RightFinding] {
        let session = try await directory(kind: kind, base: base).session(deadline: .now + .seconds(30))
        let facts = try await session.find(.name(uid))
        let findings = try await session.rights(on: facts)
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.right, $0) })
    }
}
