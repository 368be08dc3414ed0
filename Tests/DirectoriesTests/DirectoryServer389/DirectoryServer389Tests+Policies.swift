import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// The policy that applies is the one that is told: the global one, a subtree's, a person's.
    @Suite(.serialized)
    struct PolicyTests {
        private func rules(_ server: DirectoryServer389, _ person: String) async throws -> [String: Any] {
            let answer = try await server.stage().status(person)
            #expect(answer.outcome == "answered", "\(answer)")
            return answer.object("password_rules")
        }

        @Test("the global, the subtree's and the person's own policy are told apart, and enforced as told")
        func effective() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            #expect(try await rules(server, "alice")["min_length"] as? Int == 10)
            #expect(try await rules(server, "alice")["min_classes"] as? Int == 2)
            #expect(try await rules(server, "sybil")["min_classes"] as? Int == 4)
            #expect(try await rules(server, "erin")["min_length"] as? Int == 16)
            #expect(try await rules(server, "erin")["min_age_seconds"] as? Int == 86_400)
            #expect(try await stage.reset("sybil", to: "ground-hog-7391").code == "password_too_few_classes")
            #expect(try await stage.reset("erin", to: "Gr0und-Hog-7391").code == "password_too_short")
            #expect(try await stage.reset("alice", to: "Gr0und-Hog-7391").outcome == "applied")
        }

        @Test("the end of a password is told where it has one")
        func expiry() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            #expect(try await stage.status("alice")["password_expires"] == nil)
            try await server.configure(
                "replace: passwordExp\npasswordExp: on\n-\nreplace: passwordMaxAge\npasswordMaxAge: 86400")
            #expect(try await stage.reset("alice", to: "Gr0und-Hog-7391").outcome == "applied")
            let expiry = try await server.entry(of: "alice", ["passwordExpirationTime"]).text("passwordExpirationTime")
            let told = try await stage.status("alice")["password_expires"]
            #expect(told == expiry.flatMap(Timestamp.init(generalizedTime:)).map { "\($0)" } && told != nil)
        }

        @Test(
            "a local policy has the server's built-in values where it says nothing, and units of time as they are written"
        )
        func defaults() async throws {
            let server = try await DirectoryServer389()
            let policy = try await server.entry(of: "erin", ["pwdPolicySubentry"]).text("pwdPolicySubentry") ?? ""
            try await server.modify(
                """
                dn: \(policy)
                changetype: modify
                delete: passwordMinLength
                -
                delete: passwordMinCategories
                -
                delete: passwordMaxFailure
                -
                delete: passwordLockoutDuration
                -
                delete: passwordInHistory
                -
                replace: passwordMinAge
                passwordMinAge: 2d

                """)
            let told = try await rules(server, "erin")
            #expect(told["min_length"] as? Int == 8 && told["min_classes"] as? Int == 3, "\(told)")
            #expect(told["min_age_seconds"] as? Int == 172_800 && told["history"] as? Int == 6, "\(told)")
            let stage = try server.stage()
            #expect(try await stage.reset("erin", to: "G0-7391").code == "password_too_short")
            #expect(try await stage.reset("erin", to: "ground7391").code == "password_too_few_classes")
            #expect(try await stage.reset("erin", to: "Gr0und91").outcome == "applied")
            try await server.fail("erin", times: 3)
            #expect(try await stage.status("erin").object("lock")["locked"] as? Bool == true)
            let until = try await server.entry(of: "erin", ["passwordAllowChangeTime"]).text("passwordAllowChangeTime")
            let refused = try await stage.reset("erin", to: "Gr0und92")
            #expect(refused.code == "password_too_young", "\(refused) \(until ?? "")")
        }

        @Test("local policies that are switched off do not count, and inherited syntax does")
        func switches() async throws {
            let server = try await DirectoryServer389()
            try await server.configure(
                "replace: nsslapd-pwpolicy-local\nnsslapd-pwpolicy-local: off\n-\n"
                    // The agent's own identity has a local policy, too.
                    + "replace: passwordMustChange\npasswordMustChange: off")
            #expect(try await rules(server, "erin")["min_length"] as? Int == 10)
            #expect(try await server.stage().reset("erin", to: "Gr0und-Hog-7391").outcome == "applied")
            try await server.configure(
                "replace: nsslapd-pwpolicy-local\nnsslapd-pwpolicy-local: on\n-\n"
                    + "replace: nsslapd-pwpolicy-inherit-global\nnsslapd-pwpolicy-inherit-global: on")
            let policy = try await server.entry(of: "judy", ["pwdPolicySubentry"]).text("pwdPolicySubentry") ?? ""
            try await server.modify(
                "dn: \(policy)\nchangetype: modify\nreplace: passwordCheckSyntax\npasswordCheckSyntax: off\n")
            #expect(try await rules(server, "judy")["min_length"] as? Int == 10)
            #expect(try await server.stage().reset("judy", to: "short").code == "password_too_short")
        }

        @Test("a policy that may not be read stops a change, and is not taken for none")
        func unreadable() async throws {
            let server = try await DirectoryServer389()
            try await server.configure("delete: aci")
            let stage = try server.stage()
            let start = DirectoryServer389.startPassword("alice")
            let answer = try await stage.change("alice", from: start, to: "Gr0und-Hog-7391")
            #expect(answer.code == "no_permission", "\(answer)")
            #expect(answer.object("parameters")["right"] as? String == "read_policy")
        }
    }
}
