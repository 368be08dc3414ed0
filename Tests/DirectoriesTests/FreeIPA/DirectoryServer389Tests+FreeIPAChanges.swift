import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Changes and unlocks in FreeIPA's layout.
    @Suite(.serialized)
    struct FreeIPAChanges {
        private static let password = "Gr0und-Hog-7391"

        @Test("a change is made by the owner, so that the server compares the current password")
        func change() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            #expect(
                try await stage.change("alice", from: "wrong", to: Self.password).code == "wrong_current_password")
            let start = DirectoryServer389.startPassword("alice")
            let answer = try await stage.change("alice", from: start, to: Self.password)
            #expect(answer.outcome == "applied" && answer.flag("must_change") == nil, "\(answer)")
            #expect(try await freeIPA.server.signsIn("alice", Self.password))
        }

        @Test(
            "the last try before a lockout is not made, not even with the right password, until the count has run out")
        func lastAttempt() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            try await freeIPA.server.modify(
                "alice",
                "replace: krbLoginFailedCount\nkrbLoginFailedCount: 2\n-\nreplace: krbLastFailedAuth\n"
                    + "krbLastFailedAuth: \(Timestamp.now.generalizedTime)")
            let start = DirectoryServer389.startPassword("alice")
            let answer = try await stage.change("alice", from: start, to: Self.password)
            #expect(answer.code == "too_many_attempts", "\(answer)")
            #expect((1...61).contains(answer.number("retry_after") ?? 0), "\(answer)")
            try await freeIPA.server.modify(
                "alice", "replace: krbLastFailedAuth\nkrbLastFailedAuth: \((Timestamp.now + -61).generalizedTime)")
            #expect(try await stage.change("alice", from: start, to: Self.password).outcome == "applied")
        }

        @Test("a change is held to the policy by the server, each rule with its code, and to its minimum age")
        func policy() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            let start = DirectoryServer389.startPassword("alice")
            for (password, code) in [
                ("Gr0und", "password_too_short"), ("groundhogground", "password_too_few_classes"),
                // FreeIPA's plug-in says why (FreeIPARefusalTests); the server below it does not.
                (start, "password_quality"),
            ] {
                let answer = try await stage.change("alice", from: start, to: password)
                #expect(answer.code == code, "\(answer)")
            }
            let now = Timestamp.now
            try await freeIPA.server.modify(
                "alice", "replace: krbLastPwdChange\nkrbLastPwdChange: \(now.generalizedTime)")
            let young = try await stage.change("alice", from: start, to: Self.password)
            #expect(young.code == "password_too_young", "\(young)")
            #expect(young.object("parameters")["until"] as? String == "\(now + 3_600)")
            #expect(try await stage.reset("alice", to: Self.password).outcome == "applied")
        }

        @Test("a locked account is not changed, nor one that signs in with a token")
        func obstacles() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            for (person, code) in [("bob", "account_locked"), ("ivan", "change_forbidden")] {
                let start = DirectoryServer389.startPassword(person)
                #expect(try await stage.change(person, from: start, to: Self.password).code == code, "\(person)")
            }
        }

        @Test("an unlock writes what FreeIPA's own unlock writes, for good and for a time")
        func unlock() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            for person in ["bob", "heidi"] {
                let failed = try await freeIPA.value("krbLastFailedAuth", of: person)
                let before = Timestamp.now.generalizedTime
                let answer = try await stage.unlock(person)
                #expect(answer.outcome == "applied" && answer.flag("was_locked") == true, "\(answer)")
                #expect(try await freeIPA.value("krbLoginFailedCount", of: person) == "0")
                #expect(try await freeIPA.value("krbLastAdminUnlock", of: person) ?? "" >= before)
                #expect(try await freeIPA.value("krbLastFailedAuth", of: person) == failed)
                #expect(try await stage.status(person).object("lock")["locked"] as? Bool == false)
            }
            #expect(try await stage.unlock("dave").flag("was_locked") == false)
        }

        @Test("an unlock is for every server, and one that is down is named")
        func servers() async throws {
            let (one, two) = try await (FreeIPAServer(), FreeIPAServer())
            try await two.server.modify(
                "dn: \(two.server["SERVICE_DN"])\nchangetype: modify\nreplace: userPassword\n"
                    + "userPassword: \(one.server["SERVICE_PASSWORD"])\n")
            let directory = try one.server.directory(kind: .freeIPA, others: [two.server])
            let stage = try DirectoryStage(directory: directory)
            let answer = try await stage.unlock("bob")
            #expect(answer.outcome == "applied" && answer["shortfall"] == nil, "\(answer)")
            #expect(try await two.value("krbLoginFailedCount", of: "bob") == "0")
            try await two.server.kill()
            let partial = try await stage.unlock("heidi")
            #expect(partial["shortfall"] == "not_unlocked_everywhere", "\(partial)")
            #expect(partial.list("other_servers").first?["server"] as? String == two.server["LDAPS_URL"])
        }
    }
}
