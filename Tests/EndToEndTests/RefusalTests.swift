import TestSupport
import Testing

@Suite("Refusals by the directory and for the account's state, each with its own code and numbers", .serialized)
struct RefusalTests {
    let stage: Stage

    init() async throws {
        stage = try await Stage()
    }

    @Test("too short, too long, used before: each names its number")
    func passwordRules() async throws {
        let short = try stage.reset("alice", to: "short")
        #expect(short.status == 422)
        #expect(short["code"] == "password_too_short")
        #expect(short["parameters.min"] == "10")
        #expect(short["retryable"] == "false")
        #expect(short["contact"] == "Ask the service desk.")
        let long = try stage.reset("alice", to: String(repeating: "long-Pass-1", count: 12))
        #expect(long["code"] == "password_too_long")
        #expect(long["parameters.max"] == "128")
        try stage.reset("alice", to: "Correct-Horse-9")
        let again = try stage.reset("alice", to: "Correct-Horse-9")
        #expect(again["code"] == "password_in_history")
        #expect(again["parameters.depth"] == "5")
        #expect(try stage.reset("alice", to: Slapd.startPassword("alice"))["code"] == "password_in_history")
        #expect(try await stage.signsIn("alice", "Correct-Horse-9"))
    }

    @Test("a password that looks like a hash is refused by the directory's quality check")
    func quality() throws {
        let reply = try stage.reset("alice", to: "{SSHA}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
        #expect(reply["code"] == "password_looks_hashed")
    }

    @Test("the account's own policy applies, and its minimum age names the time")
    func ownPolicy() throws {
        #expect(try stage.reset("erin", to: "Fifteen-chars-9")["parameters.min"] == "16")
        #expect(try stage.reset("erin", to: "Sixteen-chars-or-more-9")["outcome"] == "applied")
        let young = try stage.reset("erin", to: "Sixteen-chars-or-more-10")
        #expect(young["code"] == "password_too_young")
        #expect(young["parameters.until"]?.hasSuffix("Z") == true)
    }

    @Test("an owner who may not change, a policy that wants the current password, one that cannot ask for a change")
    func policyFlags() throws {
        #expect(try stage.change("frank", from: "any-at-all", to: "Correct-Horse-9")["code"] == "change_forbidden")
        #expect(try stage.reset("grace", to: "Correct-Horse-9")["code"] == "current_password_required")
        let reply = try stage.reset("heidi", to: "Correct-Horse-9", #""must_change":true"#)
        #expect(reply["code"] == "must_change_unsupported")
    }

    @Test("an administrator's lock is neither cleared by an unlock nor by a reset")
    func administratorLock() async throws {
        try await stage.slapd.modify(
            """
            dn: \(try stage.slapd.person("bob"))
            changetype: modify
            replace: pwdAccountLockedTime
            pwdAccountLockedTime: 000001010000Z
            """)
        for reply in [
            try stage.ask("unlock", "bob"), try stage.reset("bob", to: "Correct-Horse-9"),
            try stage.change("bob", from: Slapd.startPassword("bob"), to: "Correct-Horse-9"),
        ] {
            #expect(reply["code"] == "locked_by_administrator")
        }
        #expect(try stage.ask("status", "bob")["lock.by_administrator"] == "true")
        #expect(try await stage.value("pwdAccountLockedTime", of: "bob") == "000001010000Z")
    }

    @Test("a locked account takes no change, and no reset that must leave the lock alone")
    func locked() async throws {
        try await stage.lock("carol")
        let change = try stage.change("carol", from: Slapd.startPassword("carol"), to: "Correct-Horse-9")
        #expect(change["code"] == "account_locked")
        #expect(change["parameters.since"] != nil)
        #expect(try stage.reset("carol", to: "Correct-Horse-9", #""unlock":false"#)["code"] == "reset_would_unlock")
        #expect(try await !stage.signsIn("carol", "Correct-Horse-9"))
    }

    @Test("an account beyond its end is refused, not cleared")
    func expired() async throws {
        try await stage.slapd.modify(
            """
            dn: \(try stage.slapd.person("dave"))
            changetype: modify
            replace: pwdEndTime
            pwdEndTime: 20200101000000Z
            """)
        for operation in ["unlock", "status"] {
            let reply = try stage.ask(operation, "dave")
            #expect(reply["code"] == "account_expired" || reply["operations.unlock.code"] == "account_expired")
        }
        #expect(try stage.reset("dave", to: "Correct-Horse-9")["parameters.since"] == "2020-01-01T00:00:00Z")
    }

    @Test("an account on which the agent has no right names the right")
    func noRight() async throws {
        let reply = try stage.reset("mallory", to: "Correct-Horse-9")
        #expect(reply.status == 500)
        #expect(reply["code"] == "no_permission")
        #expect(reply["parameters.right"] == "write_password")
        #expect(try await stage.signsIn("mallory", Slapd.startPassword("mallory")))
    }

    @Test("no account, one outside the base, and a filter pretending to be a name are not found")
    func notFound() throws {
        for name in ["nobody", "olivia", "*", "a*", "alice)(uid=*", "al\\69ce", "alice\\", "ou=people"] {
            let reply = try stage.reset(name.replacing("\\", with: "\\"), to: "Correct-Horse-9")
            #expect(reply["code"] == "account_not_found", "\(name)")
        }
    }
}
