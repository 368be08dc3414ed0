import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Resets in FreeIPA's layout, by an ordinary identity and by a password-sync manager.
    @Suite(.serialized)
    struct FreeIPAResets {
        private static let password = "Gr0und-Hog-7391"

        @Test("a reset writes the password, and leaves the lock of one who does not want it cleared")
        func reset() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            let answer = try await stage.reset("alice", to: Self.password)
            #expect(answer.outcome == "applied", "\(answer)")
            #expect(try await freeIPA.server.signsIn("alice", Self.password))
            let kept = try await stage.reset("heidi", to: Self.password, #""unlock":false"#)
            #expect(kept.outcome == "applied" && kept.flag("was_locked") == true, "\(kept)")
            #expect(try await freeIPA.value("krbLoginFailedCount", of: "heidi") == "3")
        }

        @Test("a reset of a locked account writes what FreeIPA's own unlock writes, in the same stroke")
        func resetAndUnlock() async throws {
            let freeIPA = try await FreeIPAServer()
            let before = Timestamp.now.generalizedTime
            let answer = try await freeIPA.stage().reset("bob", to: Self.password)
            #expect(answer.outcome == "applied" && answer.flag("was_locked") == true, "\(answer)")
            #expect(try await freeIPA.value("krbLoginFailedCount", of: "bob") == "0")
            #expect(try await freeIPA.value("krbLastAdminUnlock", of: "bob") ?? "" >= before)
        }

        @Test(
            "where the plug-in has let the password expire, the receipt says so without being asked",
            arguments: [false, true])
        func expiring(wanted: Bool) async throws {
            let freeIPA = try await FreeIPAServer()
            // frank's password has expired, as the plug-in would have made it by the time of the proof.
            let expiry = try await freeIPA.value("krbPasswordExpiration", of: "frank")
            let answer = try await freeIPA.stage().reset("frank", to: Self.password, #""must_change":\#(wanted)"#)
            #expect(answer.outcome == "applied" && answer.flag("must_change") == true, "\(answer)")
            #expect(try await freeIPA.value("krbPasswordExpiration", of: "frank") == expiry)
        }

        @Test("a manager's reset that wants it expires the password at the time of its change; another one does not")
        func manager() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage(isManager: true)
            let plain = try await stage.reset("alice", to: Self.password)
            #expect(plain.outcome == "applied" && plain.flag("must_change") == nil, "\(plain)")
            #expect(try await stage.status("alice").flag("must_change") == false)
            let answer = try await stage.reset("alice", to: Self.password + "-2", #""must_change":true"#)
            #expect(answer.outcome == "applied" && answer.flag("must_change") == true, "\(answer)")
            let changed = try await freeIPA.value("krbLastPwdChange", of: "alice")
            #expect(try await freeIPA.value("krbPasswordExpiration", of: "alice") == changed)
            #expect(try await stage.status("alice").flag("must_change") == true)
        }

        @Test("the agent holds a reset to length and classes, which FreeIPA does not, in both modes")
        func policy() async throws {
            let freeIPA = try await FreeIPAServer()
            // Nothing here is to be the server's own check.
            try await freeIPA.server.configure("replace: passwordCheckSyntax\npasswordCheckSyntax: off")
            for isManager in [false, true] {
                let stage = try freeIPA.stage(isManager: isManager)
                let short = try await stage.reset("alice", to: "Gr0und")
                #expect(short.code == "password_too_short" && short.object("parameters")["min"] as? Int == 10)
                let plain = try await stage.reset("alice", to: "groundhogground")
                #expect(plain.code == "password_too_few_classes", "\(plain)")
                #expect(plain.object("parameters")["have"] as? Int == 1)
                let run = try await stage.reset("alice", to: "groundhog-aaa")
                #expect(run.code == "password_too_few_classes" && run.object("parameters")["have"] as? Int == 1)
                #expect(try await stage.reset("erin", to: "ground-hog-7391-ground").code == "password_too_few_classes")
                #expect(try await stage.reset("alice", to: "{SHA512}Gr0und-Hog").code == "password_looks_hashed")
            }
            #expect(try await freeIPA.server.signsIn("alice", DirectoryServer389.startPassword("alice")))
        }

        @Test("what the server refuses keeps its own code, and nothing is cleared by it")
        func history() async throws {
            let freeIPA = try await FreeIPAServer()
            let answer = try await freeIPA.stage().reset("bob", to: DirectoryServer389.startPassword("bob"))
            #expect(answer.code == "password_in_history", "\(answer)")
            #expect(try await freeIPA.value("krbLoginFailedCount", of: "bob") == "3")
        }

        @Test("one whom FreeIPA's permission leaves out is protected, and so are disabled and expired accounts")
        func obstacles() async throws {
            let freeIPA = try await FreeIPAServer()
            let stage = try freeIPA.stage()
            for (person, code) in [
                ("mallory", "account_protected"), ("grace", "account_disabled"), ("judy", "account_expired"),
            ] {
                #expect(try await stage.reset(person, to: Self.password).code == code, "\(person)")
            }
        }
    }
}
