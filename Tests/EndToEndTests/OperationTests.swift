import TestSupport
import Testing

@Suite("The operations, through the daemon, in a real slapd", .serialized)
struct OperationTests {
    let stage: Stage

    init() async throws {
        stage = try await Stage()
    }

    @Test("a reset writes the new password, unlocks the account and says so after verifying it")
    func reset() async throws {
        try await stage.lock("alice")
        #expect(try await !stage.signsIn("alice", Slapd.startPassword("alice")))
        let reply = try stage.reset("alice", to: "Correct-Horse-9")
        #expect(reply.status == 200)
        #expect(reply["outcome"] == "applied")
        #expect(reply["password_changed"] == "true")
        #expect(reply["was_locked"] == "true")
        #expect(reply["failed_attempts"] == "3")
        #expect(reply["verified_by"] == "change-time")
        #expect(reply["server"] == stage.slapd["LDAPS_URL"])
        #expect(try await stage.signsIn("alice", "Correct-Horse-9"))
        #expect(try await !stage.signsIn("alice", Slapd.startPassword("alice")))
    }

    @Test("an unlock clears the lock, keeps the password, and may be repeated")
    func unlock() async throws {
        try await stage.lock("bob")
        let first = try stage.ask("unlock", "bob")
        #expect(first["outcome"] == "applied")
        #expect(first["was_locked"] == "true")
        #expect(first["password_changed"] == "false")
        #expect(try await stage.signsIn("bob", Slapd.startPassword("bob")))
        let second = try stage.ask("unlock", "bob")
        #expect(second.status == 200)
        #expect(second["was_locked"] == "false")
    }

    @Test("after an unlock a single wrong password does not lock again")
    func unlockClearsFailures() async throws {
        try await stage.lock("niaj")
        try stage.ask("unlock", "niaj")
        _ = try await stage.signsIn("niaj", "wrong")
        #expect(try await stage.signsIn("niaj", Slapd.startPassword("niaj")))
    }

    @Test("a change wants the right current password")
    func change() async throws {
        let wrong = try stage.change("carol", from: "not-hers-at-all", to: "Correct-Horse-9")
        #expect(wrong.status == 403)
        #expect(wrong["code"] == "wrong_current_password")
        #expect(try await stage.signsIn("carol", Slapd.startPassword("carol")))
        let right = try stage.change("carol", from: Slapd.startPassword("carol"), to: "Correct-Horse-9")
        #expect(right["outcome"] == "applied")
        #expect(try await stage.signsIn("carol", "Correct-Horse-9"))
    }

    @Test("wrong current passwords are limited by the agent and never lock the account")
    func throttle() async throws {
        for _ in 0..<5 {
            #expect(try stage.change("dave", from: "wrong", to: "Correct-Horse-9")["code"] == "wrong_current_password")
        }
        let sixth = try stage.change("dave", from: Slapd.startPassword("dave"), to: "Correct-Horse-9")
        #expect(sixth.status == 429)
        #expect(sixth["code"] == "too_many_attempts")
        #expect(sixth.headers["retry-after"] == sixth["retry_after"])
        #expect(try await stage.value("pwdAccountLockedTime", of: "dave") == nil)
        #expect(try await stage.signsIn("dave", Slapd.startPassword("dave")))
    }

    @Test("a change at the next sign-in is asked for when wanted, and always by an administrator")
    func mustChange() async throws {
        #expect(try stage.reset("ivan", to: "Correct-Horse-9")["must_change"] == nil)
        #expect(try await stage.value("pwdReset", of: "ivan") == nil)
        #expect(try stage.reset("ivan", to: "Correct-Horse-10", #""must_change":true"#)["must_change"] == "true")
        #expect(try await stage.value("pwdReset", of: "ivan") == "TRUE")
        let reply = try stage.reset("judy", to: "Correct-Horse-9", #""act":{"sub":"admin7"}"#)
        #expect(reply["must_change"] == "true")
        #expect(reply["administrator"] == "admin7")
        #expect(try await stage.value("pwdReset", of: "judy") == "TRUE")
    }

    @Test("status tells the state, the rules and what would be refused, and writes nothing")
    func status() async throws {
        let before = try await stage.value("entryCSN", of: "frank")
        let reply = try stage.ask("status", "frank")
        #expect(reply["outcome"] == "answered")
        #expect(reply["lock.locked"] == "false")
        #expect(reply["password_rules.min_length"] == "10")
        #expect(reply["password_rules.lockout_threshold"] == "3")
        #expect(reply["operations.reset.eligible"] == "true")
        #expect(reply["operations.change.eligible"] == "false")
        #expect(reply["operations.change.code"] == "change_forbidden")
        #expect(try await stage.value("entryCSN", of: "frank") == before)
    }

    @Test("an account can be named by its anchor, and by nothing that merely resembles it")
    func anchor() async throws {
        let id = try #require(try stage.ask("status", "heidi")["account.id"])
        let reply = try stage.daemon.post(#"{"jti":"a1","op":"unlock","account":{"id":"\#(id)"}}"#)
        #expect(reply["outcome"] == "applied")
        for wrong in ["\(id.dropLast())0", "*", "heidi"] where wrong != id {
            let reply = try stage.daemon.post(
                #"{"jti":"\#(Stage.newID())","op":"unlock","account":{"id":"\#(wrong)"}}"#)
            #expect(reply["code"] == "account_not_found")
        }
    }

    @Test("two resets within one second are both verified")
    func twiceInASecond() throws {
        for number in 0..<4 {
            #expect(try stage.reset("niaj", to: "Correct-Horse-\(number)-twice")["outcome"] == "applied")
        }
    }
}
