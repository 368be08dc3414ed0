import LDAPClient
import TestSupport
import Testing

/// Every refusal of a domain controller has its own code and numbers, and nothing is written.
@Suite(.serialized)
struct ActiveDirectoryRefusalTests {
    @Test func `a password that is too short is told how long it must be`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        for answer in [
            try await stage.reset("alice", to: "Short-1"),
            try await stage.change("alice", from: "Start-alice-2024", to: "Short-1"),
        ] {
            #expect(answer.code == "password_too_short", "\(answer)")
            #expect(answer.parameter("min") == 10)
        }
        #expect(try await stage.reset("erin", to: "Fifteen-chars-1").parameter("min") == 16)
    }

    @Test(arguments: [
        ("lowercaseonly", 1), ("lower-case-only", 2), ("12345678-90", 2), ("漢字漢字漢字1234", 2), ("          1a", 2),
    ])
    func `a password that mixes too few kinds is told how many it has and needs`(password: String, have: Int)
        async throws
    {
        let samba = try await Samba()
        let answer = try await samba.stage().reset("alice", to: password)
        #expect(answer.code == "password_too_few_classes", "\(answer)")
        #expect(answer.parameter("have") == have)
        #expect(answer.parameter("need") == 3)
    }

    @Test func `a password that was used before is refused on change, and taken on reset`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        try await stage.reset("alice", to: "Brand-New-1")
        try await stage.reset("alice", to: "Brand-New-2")
        for old in ["Brand-New-2", "Brand-New-1", "Start-alice-2024"] {
            let answer = try await stage.change("alice", from: "Brand-New-2", to: old)
            #expect(answer.code == "password_in_history", "\(answer)")
            #expect(answer.parameter("depth") == 5)
        }
        #expect(try await stage.reset("alice", to: "Brand-New-1").code == "applied")
    }

    @Test func `a change within the minimum age is told until when, before anything is sent`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        let first = try await stage.change("erin", from: "Start-erin-2024", to: "Long-enough-for-her-1")
        #expect(first.code == "applied", "\(first)")
        let answer = try await stage.change("erin", from: "Long-enough-for-her-1", to: "Long-enough-for-her-2")
        #expect(answer.code == "password_too_young", "\(answer)")
        #expect(answer.object("parameters")["until"] != nil)
        // A wrong one was not even tried.
        #expect(try await stage.change("erin", from: "wrong", to: "Long-enough-for-her-2").code == "password_too_young")
        #expect(try await samba.value("badPwdCount", of: "erin") == "0")
        #expect(try await stage.reset("erin", to: "Long-enough-for-her-3").code == "applied")
    }

    @Test func `a minimum age of the domain holds for a change, but not while a change is due`() async throws {
        let samba = try await Samba()
        try await samba.policy("minPwdAge", "-864000000000")
        let stage = try samba.stage()
        try await stage.reset("alice", to: "Brand-New-1")
        #expect(try await stage.change("alice", from: "Brand-New-1", to: "Brand-New-2").code == "password_too_young")
        try await stage.reset("alice", to: "Brand-New-3", #""must_change":true"#)
        #expect(try await stage.change("alice", from: "Brand-New-3", to: "Brand-New-4").code == "applied")
    }

    @Test func `an account that may not change its password is refused before it is tried`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        #expect(try await stage.change("frank", from: "Start-frank-2024", to: "Brand-New-1").code == "change_forbidden")
        #expect(try await stage.reset("frank", to: "Brand-New-1").code == "applied")
    }

    @Test(arguments: [
        ("grace", "account_disabled"), ("heidi", "account_expired"), ("mallory", "account_protected"),
        ("oscar", "no_permission"),
    ])
    func `an account in such a state is neither reset nor unlocked`(person: String, code: String) async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        let before = try await samba.value("uSNChanged", of: person)
        #expect(try await stage.reset(person, to: "Brand-New-1").code == code)
        #expect(try await stage.unlock(person).code == code)
        #expect(try await samba.value("uSNChanged", of: person) == before)
    }

    @Test func `a password that never expires cannot be due`() async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().reset("judy", to: "Brand-New-1", #""must_change":true"#)
        #expect(answer.code == "must_change_unsupported", "\(answer)")
    }

    @Test func `a locked account's password is not changed`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        let answer = try await samba.stage().change("bob", from: "Start-bob-2024", to: "Brand-New-1")
        #expect(answer.code == "account_locked", "\(answer)")
    }

    /// An ordinary user as the agent: it may read, and nothing else.
    @Test func `the right that is missing is named with the entry`() async throws {
        let samba = try await Samba()
        try await samba.lock("bob")
        let stage = try samba.stage(as: try samba.credentials("judy"))
        let name = try samba.person("bob").text
        for (answer, right) in [
            (try await stage.reset("bob", to: "Brand-New-1"), "write_password"),
            (try await stage.unlock("bob"), "clear_lock"),
        ] {
            #expect(answer.code == "no_permission", "\(answer)")
            #expect(answer.object("parameters")["right"] as? String == right)
            #expect(answer.object("parameters")["object"] as? String == name)
        }
        #expect(try await stage.change("alice", from: "Start-alice-2024", to: "Brand-New-1").code == "applied")
    }
}
