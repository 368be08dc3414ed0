import Directories
import Foundation
import LDAPClient
import Requests
import Secrets
import TestSupport

/// A test's domain controller as a directory of the agent's.
extension Samba {
    static var patience: ContinuousClock.Instant { .now + .seconds(30) }

    /// The directory `corp`.
    ///
    /// - Parameters:
    ///   - kind: The ways of it; nil for what it says it is.
    ///   - credentials: Who the agent is; nil for the service account.
    ///   - base: Where the accounts lie; nil for OU=people.
    ///   - bindsToVerify: Whether a write is proved by signing in as well.
    func directory(
        kind: DirectoryKind? = nil, as credentials: Credentials? = nil, base: String? = nil,
        attributes: [String]? = nil, bindsToVerify: Bool = true
    ) throws -> Directory {
        try .corp(
            at: [try tls()], as: try credentials ?? serviceCredentials, below: base ?? self["PEOPLE_DN"], kind,
            attributes: attributes, bindsToVerify: bindsToVerify)
    }

    /// The directory as a stage for requests.
    func stage(as credentials: Credentials? = nil, bindsToVerify: Bool = true) throws -> DirectoryStage {
        try DirectoryStage(directory: try directory(as: credentials, bindsToVerify: bindsToVerify))
    }

    /// The agent's rights on a person.
    func rights(on person: String, as credentials: Credentials? = nil) async throws -> [Right: RightFinding] {
        let session = try await directory(as: credentials).session(deadline: Self.patience)
        let findings = try await session.rights(on: try await session.find(.name(person)))
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.right, $0) })
    }

    /// An attribute of an entry, as the administrator sees it.
    func value(_ attribute: String, of name: DistinguishedName) async throws -> String? {
        let connection = try await connect(as: try adminCredentials)
        let entry = try await connection.entry(name, attributes: [attribute], deadline: Self.patience)
        await connection.close()
        return entry?.text(attribute)
    }

    /// An attribute of a person's entry, as the administrator sees it.
    func value(_ attribute: String, of person: String) async throws -> String? {
        try await value(attribute, of: try self.person(person))
    }

    /// What the server says to a sign-in: `in` when it lets the person in, else the number behind `data`.
    func signIn(_ name: DistinguishedName, _ password: String) async throws -> String {
        let connection = try await connect(as: .anonymous)
        let answer = try await connection.bind(
            .simple(name, SharedSecret(try Secret(utf8: password))), deadline: Self.patience)
        await connection.close()
        if answer.code == .success { return "in" }
        guard let found = answer.diagnosticMessage.firstRange(of: ", data ") else { return answer.description }
        return String(answer.diagnosticMessage[found.upperBound...].prefix { $0.isHexDigit })
    }

    /// What the server says to a person's sign-in.
    func signIn(_ person: String, _ password: String) async throws -> String {
        try await signIn(try self.person(person), password)
    }

    /// Changes an entry as the administrator, by the lines of an LDIF change record.
    func modify(_ name: DistinguishedName, _ lines: String) async throws {
        let base64 = Data(name.text.utf8).base64EncodedString()
        try await modify("dn:: \(base64)\nchangetype: modify\n\(lines)\n")
    }

    /// Changes the domain's policy.
    func policy(_ attribute: String, _ value: String) async throws {
        try await modify(try baseDN, "replace: \(attribute)\n\(attribute): \(value)")
    }

    /// Runs samba-tool against the server as its administrator.
    @discardableResult
    func tool(_ arguments: [String]) async throws -> String {
        try await Command.run("/usr/bin/samba-tool", arguments + ["-H", self["LDAPS_URL"]] + administratorLogin)
    }

    /// What samba-tool signs in as the administrator with; the certificate's authority is none that it knows.
    var administratorLogin: [String] {
        [
            "--simple-bind-dn=\(self["ADMIN_DN"])", "--password=\(self["ADMIN_PASSWORD"])",
            "--option=tls verify peer=no_check",
        ]
    }
}

extension StageAnswer {
    /// A number that a refusal comes with.
    func parameter(_ name: String) -> Int? { (object("parameters")[name] as? NSNumber)?.intValue }
}
