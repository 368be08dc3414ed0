import Foundation
import LDAPClient
import TestSupport

/// A directory, a journal and the daemon between them, all real, for one suite's tests.
final class Stage: Sendable {
    let slapd: Slapd
    let journald: Journald
    let daemon: Daemon

    init(slapd: Slapd? = nil, changes: DaemonChanges = DaemonChanges()) async throws {
        if let slapd { self.slapd = slapd } else { self.slapd = try await Slapd() }
        journald = try await Journald()
        daemon = try await Daemon(slapd: self.slapd, journald: journald, changes: changes)
    }

    /// An identifier that no request had before.
    static func newID() -> String { UUID().uuidString }

    /// Whether a person signs in to the directory with a password.
    func signsIn(_ uid: String, _ password: String) async throws -> Bool {
        do {
            let connection = try await slapd.connect(as: try slapd.credentials(uid, password))
            await connection.close()
            return true
        } catch {
            return false
        }
    }

    /// Locks a person's account by wrong passwords, as many as the policy takes.
    func lock(_ uid: String) async throws {
        for _ in 0..<3 { _ = try await signsIn(uid, "wrong") }
    }

    /// An attribute of a person's entry, as the administrator sees it.
    func value(_ attribute: String, of uid: String) async throws -> String? {
        let connection = try await slapd.connect(as: try slapd.adminCredentials)
        let entry = try await connection.entry(
            try slapd.person(uid), attributes: [attribute], deadline: .now + .seconds(10))
        await connection.close()
        return entry?.text(attribute)
    }

    /// Changes the configuration of the directory's database, by the lines of an LDIF change record.
    func configure(_ change: String) async throws {
        try await Command.run(
            "/usr/bin/ldapmodify", ["-Q", "-Y", "EXTERNAL", "-H", slapd["LDAPI_URL"]],
            input: "dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\n\(change)\n")
    }

    /// Sends an operation for an account by name.
    @discardableResult
    func ask(_ operation: String, _ name: String, _ members: String = "", id: String = newID()) throws -> HTTPReply {
        let account = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
        let more = members.isEmpty ? "" : ",\(members)"
        return try daemon.post(#"{"jti":"\#(id)","op":"\#(operation)","account":{"name":\#(account)}\#(more)}"#)
    }

    /// Sends a reset to a new password.
    @discardableResult
    func reset(_ name: String, to password: String, _ members: String = "", id: String = newID()) throws -> HTTPReply {
        try ask("reset", name, #""new_password":"\#(password)""# + (members.isEmpty ? "" : ",\(members)"), id: id)
    }

    /// Sends a change from one password to another.
    @discardableResult
    func change(_ name: String, from old: String, to new: String, id: String = newID()) throws -> HTTPReply {
        try ask("change", name, #""current_password":"\#(old)","new_password":"\#(new)""#, id: id)
    }
}
