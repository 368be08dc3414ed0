import TestSupport
import Testing

/// Each operation on a real domain controller, seen through the whole way of a request.
@Suite(.serialized)
struct ActiveDirectoryOperationTests {
    @Test func `a reset writes the password, which then signs in`() async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().reset("alice", to: "Brand-New-1")
        #expect(answer.code == "applied", "\(answer)")
        #expect(answer["verified_by"] == "bind")
        #expect(try await samba.signIn("alice", "Brand-New-1") == "in")
    }

    /// Samba lets the password before the last one sign in for another hour ("old password allowed period").
    @Test func `the password before last does not sign in any more`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        for password in ["Brand-New-1", "Brand-New-2"] { try await stage.reset("alice", to: password) }
        #expect(try await samba.signIn("alice", "Brand-New-2") == "in")
        #expect(try await samba.signIn("alice", "Start-alice-2024") == "52e")
    }

    @Test func `the change time and the entry's number prove a reset without signing in`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage(bindsToVerify: false)
        for password in ["Brand-New-1", "Brand-New-2", "Brand-New-3"] {
            let answer = try await stage.reset("alice", to: password)
            #expect(answer.code == "applied", "\(answer)")
            #expect(answer["verified_by"] == "change-time")
        }
    }

    @Test func `a reset takes the lock away in the same write`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        #expect(try await samba.signIn("bob", "Start-bob-2024") == "775")
        let answer = try await samba.stage().reset("bob", to: "Brand-New-1")
        #expect(answer.code == "applied", "\(answer)")
        #expect(answer.flag("was_locked") == true)
        #expect(try await samba.signIn("bob", "Brand-New-1") == "in")
    }

    @Test func `a reset that the policy refuses leaves the lock`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        #expect(try await samba.stage().reset("bob", to: "short-1A").code == "password_too_short")
        #expect(try await samba.signIn("bob", "Start-bob-2024") == "775")
    }

    @Test func `a reset that does not want it leaves the lock`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        let answer = try await samba.stage(bindsToVerify: false).reset("bob", to: "Brand-New-1", #""unlock":false"#)
        #expect(answer.code == "applied", "\(answer)")
        #expect(try await samba.signIn("bob", "Brand-New-1") == "775")
    }

    @Test(arguments: [true, false])
    func `a new password is asked for at the next sign-in when the reset says so`(bindsToVerify: Bool) async throws {
        let samba = try await Samba()
        let stage = try samba.stage(bindsToVerify: bindsToVerify)
        for password in ["Brand-New-1", "Brand-New-2"] {
            let answer = try await stage.reset("alice", to: password, #""must_change":true"#)
            #expect(answer.code == "applied", "\(answer)")
            #expect(answer.flag("must_change") == true)
            #expect(try await samba.signIn("alice", password) == "773")
        }
        #expect(try await stage.status("alice").flag("must_change") == true)
    }

    @Test func `a reset ends the wait for a new password`() async throws {
        let samba = try await Samba()
        #expect(try await samba.signIn("ivan", "Start-ivan-2024") == "773")
        #expect(try await samba.stage().reset("ivan", to: "Brand-New-1").code == "applied")
        #expect(try await samba.signIn("ivan", "Brand-New-1") == "in")
    }

    @Test func `an unlock takes the lock and the count of wrong passwords away, and nothing else`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        let before = try await samba.value("pwdLastSet", of: "bob")
        let answer = try await samba.stage().unlock("bob")
        #expect(answer.code == "applied", "\(answer)")
        #expect(answer.flag("was_locked") == true)
        #expect(answer.number("failed_attempts") == 3)
        #expect(try await samba.value("lockoutTime", of: "bob") == "0")
        #expect(try await samba.value("badPwdCount", of: "bob") == "0")
        #expect(try await samba.value("pwdLastSet", of: "bob") == before)
    }

    @Test func `an account that is not locked is not written to by an unlock`() async throws {
        let samba = try await Samba()
        let before = try await samba.value("uSNChanged", of: "carol")
        let answer = try await samba.stage().unlock("carol")
        #expect(answer.code == "applied", "\(answer)")
        #expect(answer.flag("was_locked") == false)
        #expect(try await samba.value("uSNChanged", of: "carol") == before)
    }

    @Test func `a change has the directory check the old password`() async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().change("alice", from: "Start-alice-2024", to: "Brand-New-1")
        #expect(answer.code == "applied", "\(answer)")
        #expect(try await samba.signIn("alice", "Brand-New-1") == "in")
    }

    @Test func `a user who must change the password can`() async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().change("ivan", from: "Start-ivan-2024", to: "Brand-New-1")
        #expect(answer.code == "applied", "\(answer)")
        #expect(try await samba.signIn("ivan", "Brand-New-1") == "in")
    }

    @Test func `an account is found by its objectGUID in Microsoft's text form, and by the name to sign in with`()
        async throws
    {
        let samba = try await Samba()
        let stage = try samba.stage()
        let byName = try await stage.status("alice@ad.example.test")
        let id = try #require(byName.object("account")["id"] as? String)
        let bytes = try await samba.tool(["user", "show", "alice", "--attributes=objectGUID"])
        #expect(bytes.contains("objectGUID: \(id)\n"))
        for text in [id, id.uppercased()] {
            #expect(try await stage.ask("status", id: text).object("account")["id"] as? String == id)
        }
    }

    @Test(arguments: [
        "", "{}", "alice", "0eaf427e", "00000000-0000-0000-0000-000000000000", "0eaf427e-2b1f-46ec-9a8b-e7425a61cd7",
        "0eaf427e-2b1f-46ec-9a8b-e7425a61cd7g", "*",
    ])
    func `what is no account's objectGUID finds nobody`(id: String) async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().ask("status", id: id)
        #expect(answer.code == (id.isEmpty ? "malformed_request" : "account_not_found"), "\(answer)")
    }

    @Test(arguments: ["DC1$", "writeback", "olivia", "krbtgt", "Domain Admins", "ali*", "nobody"])
    func `computers, groups and whoever lies elsewhere are nobody`(name: String) async throws {
        let samba = try await Samba()
        #expect(try await samba.stage().status(name).code == "account_not_found")
    }

    @Test func `two accounts that match are ambiguous`() async throws {
        let samba = try await Samba()
        let directory = try samba.directory(attributes: ["mail"])
        #expect(try await DirectoryStage(directory: directory).status("twin@example.test").code == "account_ambiguous")
    }
}
