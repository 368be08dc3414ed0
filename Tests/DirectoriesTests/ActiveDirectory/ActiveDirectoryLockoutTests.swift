import TestSupport
import Testing

/// Wrong current passwords count in the directory: the agent never sends the one that would lock the account.
@Suite(.serialized)
struct ActiveDirectoryLockoutTests {
    @Test func `a wrong current password is told, and counted by the directory`() async throws {
        let samba = try await Samba()
        let answer = try await samba.stage().change("alice", from: "wrong", to: "Brand-New-1")
        #expect(answer.code == "wrong_current_password", "\(answer)")
        #expect(try await samba.value("badPwdCount", of: "alice") == "1")
    }

    @Test(arguments: [("alice", 3), ("erin", 2)])
    func `the wrong password that would lock the account is not sent`(person: String, threshold: Int) async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        for _ in 1..<threshold {
            let answer = try await stage.change(person, from: "wrong", to: "Long-enough-for-all-1")
            #expect(answer.code == "wrong_current_password", "\(answer)")
        }
        for _ in 1...5 {
            let answer = try await stage.change(person, from: "wrong", to: "Long-enough-for-all-1")
            #expect(answer.code == "too_many_attempts", "\(answer)")
            let wait = try #require(answer.number("retry_after"))
            #expect((500...601).contains(wait))
        }
        #expect(try await samba.value("badPwdCount", of: person) == "\(threshold - 1)")
        // The right one is not sent either, for nobody knows it to be right; the user signs in elsewhere as ever.
        let right = try await stage.change(person, from: "Start-\(person)-2024", to: "Long-enough-for-all-1")
        #expect(right.code == "too_many_attempts", "\(right)")
        #expect(try await samba.signIn(person, "Start-\(person)-2024") != "775")
    }

    @Test func `sign-ins elsewhere count, too, and those that the agent sends come on top`() async throws {
        let samba = try await Samba()
        for _ in 1...2 { _ = try await samba.signIn("alice", "wrong") }
        let stage = try samba.stage()
        #expect(try await stage.change("alice", from: "wrong", to: "Brand-New-1").code == "too_many_attempts")
        #expect(try await samba.value("badPwdCount", of: "alice") == "2")
        #expect(try await stage.status("alice").obstacle(to: "change") == "too_many_attempts")
        #expect(try await stage.status("alice").obstacle(to: "reset") == nil)
    }

    @Test func `at once, no number of wrong changes locks the account`() async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["alice", "alice@ad.example.test", "ALICE", "alice", "Alice@AD.example.test", "alice"] {
                group.addTask { try await stage.change(name, from: "wrong", to: "Brand-New-1") }
            }
            try await group.waitForAll()
        }
        #expect(try await samba.value("badPwdCount", of: "alice") == "2")
        #expect(try await stage.status("alice").object("lock")["locked"] as? Bool == false)
    }

    @Test func `a try is let through again once the directory has forgotten the wrong ones`() async throws {
        let samba = try await Samba()
        for attribute in ["lockoutDuration", "lockOutObservationWindow"] {
            try await samba.policy(attribute, "-20000000")
        }
        let stage = try samba.stage()
        for _ in 1...2 { try await stage.change("alice", from: "wrong", to: "Brand-New-1") }
        #expect(try await stage.change("alice", from: "wrong", to: "Brand-New-1").code == "too_many_attempts")
        while try await stage.status("alice").obstacle(to: "change") == "too_many_attempts" {}
        #expect(try await stage.change("alice", from: "wrong", to: "Brand-New-1").code == "wrong_current_password")
        #expect(try await samba.value("badPwdCount", of: "alice") == "1")
    }

    @Test func `an unlock gives the tries back`() async throws {
        let samba = try await Samba()
        try await samba.lock("alice")
        let stage = try samba.stage()
        try await stage.unlock("alice")
        #expect(try await stage.change("alice", from: "Start-alice-2024", to: "Brand-New-1").code == "applied")
    }

    @Test func `a policy that locks at the first wrong password leaves the one try that a sign-in has`() async throws {
        let samba = try await Samba()
        try await samba.policy("lockoutThreshold", "1")
        #expect(try await samba.stage().change("alice", from: "Start-alice-2024", to: "Brand-New-1").code == "applied")
    }
}
