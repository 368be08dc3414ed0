import Directories
import Foundation
import LDAPClient
import Requests
import TestSupport
import Testing

/// Any server with the password modify operation: slapd, with and without its password policy.
@Suite(.serialized)
struct PlainTests {
    private static let password = "Correct-Horse-9"
    private static let next = "Correct-Horse-10"

    /// A server that has no policy, and may show what any server may.
    private func slapd(hasPolicy: Bool = false) async throws -> Slapd {
        let slapd = try await Slapd()
        if !hasPolicy { try await slapd.withoutPolicy() }
        try await slapd.allow("read", to: "attrs=modifyTimestamp")
        return slapd
    }

    @Test("a reset and a change are written, and proved by signing in", arguments: [true, false])
    func passwords(_ hasPolicy: Bool) async throws {
        let slapd = try await slapd(hasPolicy: hasPolicy)
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        let reset = try await stage.reset("alice", to: Self.password)
        #expect(reset.outcome == "applied", "\(reset)")
        #expect(reset["verified_by"] == "bind")
        // Within the same second, which modifyTimestamp cannot tell from the first.
        #expect(try await stage.change("alice", from: Self.password, to: Self.next).outcome == "applied")
        #expect(try await slapd.signsIn("alice", Self.next))
    }

    @Test("what no standard tells is said not to be known, and what it cannot do is refused before anything is sent")
    func unsupported() async throws {
        let slapd = try await slapd(hasPolicy: true)
        try await slapd.lock("bob")
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        let before = try await slapd.state(of: "bob")
        #expect(try await stage.unlock("bob").code == "unlock_unsupported")
        #expect(
            try await stage.reset("bob", to: Self.password, #""must_change":true"#).code == "must_change_unsupported")
        #expect(try await slapd.state(of: "bob") == before)
        let status = try await stage.status("bob")
        #expect(status.object("lock").isEmpty)
        #expect(status.object("password_rules").isEmpty)
        #expect(status.obstacle(to: "unlock") == "unlock_unsupported")
        #expect(status.obstacle(to: "reset") == nil)
    }

    @Test("a wrong current password that the server does not name counts as a guess all the same")
    func wrongCurrentPassword() async throws {
        let slapd = try await slapd()
        let stage = try DirectoryStage(directories: [try slapd.directory(kind: .plain)], wrongPasswords: 3)
        for _ in 0..<3 {
            let answer = try await stage.change("alice", from: "wrong", to: Self.password)
            #expect(answer.code == "change_refused", "\(answer)")
            #expect(answer.object("parameters")["message"] as? String == "unwilling to verify old password")
        }
        let start = Slapd.startPassword("alice")
        #expect(try await stage.change("alice", from: start, to: Self.password).code == "too_many_attempts")
        #expect(try await slapd.signsIn("alice", start))
    }

    @Test("a policy's control is understood where it comes along, without the numbers that only the policy has")
    func policy() async throws {
        let slapd = try await slapd(hasPolicy: true)
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        let short = try await stage.reset("alice", to: "short")
        #expect(short.code == "password_too_short")
        #expect(short.object("parameters").isEmpty)
        #expect(
            try await stage.reset("alice", to: String(repeating: "long-Pass-1", count: 12)).code == "password_too_long")
        #expect(try await stage.reset("alice", to: Slapd.startPassword("alice")).code == "password_in_history")
        #expect(try await stage.reset("alice", to: "{SSHA}aaaaaaaaaaaaaaaa").code == "password_quality")
        #expect(try await stage.reset("grace", to: Self.password).code == "current_password_required")
        #expect(try await stage.reset("erin", to: "Sixteen-chars-or-more-9").code == "applied")
        #expect(try await stage.reset("erin", to: "Sixteen-chars-or-more-10").code == "password_too_young")
    }

    @Test("a missing right is named; of a server that takes no password only what it says is told")
    func refused() async throws {
        let slapd = try await slapd()
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        let forbidden = try await stage.reset("mallory", to: Self.password)
        #expect(forbidden.code == "no_permission")
        #expect(forbidden.object("parameters")["right"] as? String == "write_password")
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: TRUE")
        let readOnly = try await stage.reset("alice", to: Self.password)
        #expect(readOnly.code == "directory_error")
        #expect(readOnly["detail"]?.contains("operation restricted") == true)
        #expect(try await stage.change("alice", from: "x", to: Self.password).code == "change_refused")
    }

    @Test("an account is held by its entryUUID, and by its name where that may not be read")
    func anchors() async throws {
        let slapd = try await slapd()
        let uuid = String(decoding: try await slapd.state(of: "alice")["entryuuid"]?.first ?? [], as: UTF8.self)
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        #expect(try await stage.status("alice").object("account")["id"] as? String == uuid)
        #expect(try await stage.ask("status", id: uuid).outcome == "answered")
        try await slapd.allow("none", to: "attrs=entryUUID")
        for person in ["alice", "odd", #"a*b(c)\d"#] {
            let account = try await stage.status(person).object("account")
            let id = try #require(account["id"] as? String)
            #expect(id == account["dn"] as? String)
            #expect(try await stage.ask("status", id: id).object("account")["dn"] as? String == id)
        }
        let reset = try await stage.ask(
            "reset", id: try slapd.person("alice").text, #""new_password":"Correct-Horse-9""#)
        #expect(reset.outcome == "applied", "\(reset)")
    }

    @Test("a name is no way to an entry outside the base, to one that is no account, or to none")
    func foreignNames() async throws {
        let slapd = try await slapd()
        try await slapd.allow("none", to: "attrs=entryUUID")
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        let outside = "uid=olivia,ou=outside,\(slapd["BASE_DN"])"
        let missing = "uid=nobody,\(slapd["PEOPLE_DN"])"
        for id in [outside, missing, slapd["SERVICE_DN"], "", "no name at all", "*"] {
            #expect(try await stage.ask("status", id: id).outcome != "answered", "\(id)")
        }
        #expect(try await stage.ask("status", id: outside).code == "account_not_found")
        #expect(try await stage.ask("status", id: missing).code == "account_not_found")
    }

    @Test("neither entryUUID nor modifyTimestamp is needed")
    func nothingReadable() async throws {
        let slapd = try await slapd()
        try await slapd.allow("none", to: "attrs=entryUUID,modifyTimestamp")
        let stage = try DirectoryStage(directory: try slapd.directory(kind: .plain))
        #expect(try await stage.reset("alice", to: Self.password).outcome == "applied")
        #expect(try await stage.change("alice", from: Self.password, to: Self.next).outcome == "applied")
    }

    @Test("a password that the account cannot sign in with is not told as written")
    func noProof() async throws {
        let slapd = try await slapd(hasPolicy: true)
        try await slapd.modify("alice", "replace: pwdEndTime\npwdEndTime: 20200101000000Z")
        let answer = try await DirectoryStage(directory: try slapd.directory(kind: .plain))
            .reset("alice", to: Self.password)
        #expect(answer.outcome == "unknown", "\(answer)")
        #expect(answer.object("parameters")["cause"] as? String == "not_verified")
    }

    @Test("which rights the agent lacks is said not to be known")
    func rights() async throws {
        let slapd = try await slapd()
        let rights = try await slapd.rights(on: "mallory", kind: .plain)
        #expect(rights[.writePassword]?.state == .unknown)
        #expect(rights[.writePassword]?.remedy?.contains("uid=mallory,") == true)
        #expect(rights[.readAccount]?.state == .granted)
    }
}
