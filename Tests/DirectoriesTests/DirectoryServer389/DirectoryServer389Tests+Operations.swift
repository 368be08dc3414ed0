import Directories
import LDAPClient
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Each operation on a real 389 Directory Server.
    @Suite(.serialized)
    struct OperationTests {
        private static let password = "Gr0und-Hog-7391"

        @Test("a reset is applied, and asks for no other password although the policy could")
        func reset() async throws {
            let server = try await DirectoryServer389()
            let answer = try await server.stage().reset("alice", to: Self.password)
            #expect(answer.outcome == "applied", "\(answer)")
            #expect(answer.flag("must_change") == nil)
            #expect(try await server.signsIn("alice", Self.password))
            #expect(try await !server.signsIn("alice", DirectoryServer389.startPassword("alice")))
            #expect(try await server.entry(of: "alice", ["pwdReset"]).text("pwdReset") != "TRUE")
        }

        @Test("a reset that wants it asks for another password at the next sign-in, and an owner's change settles that")
        func mustChange() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            let answer = try await stage.reset("alice", to: Self.password, #""must_change":true"#)
            #expect(answer.outcome == "applied" && answer.flag("must_change") == true, "\(answer)")
            #expect(try await server.entry(of: "alice", ["pwdReset"]).text("pwdReset") == "TRUE")
            #expect(try await stage.status("alice").flag("must_change") == true)
            #expect(try await stage.change("alice", from: Self.password, to: "Gr0und-Hog-7392").outcome == "applied")
            #expect(try await server.entry(of: "alice", ["pwdReset"]).text("pwdReset") == "FALSE")
            #expect(try await stage.status("alice").flag("must_change") == false)
        }

        @Test("where the policy never asks for another password, a reset that wants it is refused")
        func mustChangeUnsupported() async throws {
            let server = try await DirectoryServer389()
            let answer = try await server.stage().reset("judy", to: Self.password, #""must_change":true"#)
            #expect(answer.code == "must_change_unsupported")
            #expect(try await server.signsIn("judy", DirectoryServer389.startPassword("judy")))
        }

        @Test(
            "a change compares the current password, and a wrong one neither counts nor locks, however often it comes")
        func wrongCurrentPassword() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            for _ in 0..<5 {
                #expect(
                    try await stage.change("bob", from: "wrong", to: Self.password).code == "wrong_current_password")
            }
            #expect(try await server.entry(of: "bob", ["passwordRetryCount"]).text("passwordRetryCount") == nil)
            let start = DirectoryServer389.startPassword("bob")
            #expect(try await stage.change("bob", from: start, to: Self.password).outcome == "applied")
            #expect(try await server.signsIn("bob", Self.password))
        }

        @Test("an expired password can be changed and reset")
        func expired() async throws {
            let server = try await DirectoryServer389()
            try await server.configure(
                "replace: passwordExp\npasswordExp: on\n-\nreplace: passwordMaxAge\npasswordMaxAge: 8640000")
            for person in ["alice", "bob"] {
                try await server.modify(
                    person, "replace: passwordExpirationTime\npasswordExpirationTime: 20200101000000Z")
                #expect(try await server.bind(person).passwordPolicy?.error == .passwordExpired)
            }
            let stage = try server.stage()
            let start = DirectoryServer389.startPassword("alice")
            #expect(try await stage.change("alice", from: start, to: Self.password).outcome == "applied")
            #expect(try await stage.reset("bob", to: Self.password).outcome == "applied")
            for person in ["alice", "bob"] { #expect(try await server.signsIn(person, Self.password), "\(person)") }
        }

        @Test("a proof by signing in is told as one")
        func provedBySigningIn() async throws {
            let server = try await DirectoryServer389()
            let stage = try DirectoryStage(directory: server.directory(bindsToVerify: true))
            let answer = try await stage.reset("alice", to: Self.password, #""must_change":true"#)
            #expect(answer.outcome == "applied" && answer["verified_by"] == "bind", "\(answer)")
        }

        @Test(
            "writes within one second are told apart, also where the server keeps neither their numbers nor their times"
        )
        func coarse() async throws {
            let server = try await DirectoryServer389()
            try await server.configure("replace: passwordTrackUpdateTime\npasswordTrackUpdateTime: off")
            try await server.modify(
                """
                dn: cn=USN,cn=plugins,cn=config
                changetype: modify
                replace: nsslapd-pluginEnabled
                nsslapd-pluginEnabled: off

                """)
            try await server.restart()
            let stage = try server.stage()
            for number in 1...6 {
                let password = "Gr0und-Hog-800\(number)"
                let answer = try await stage.reset("alice", to: password)
                #expect(answer.outcome == "applied", "\(number): \(answer)")
                #expect(try await server.signsIn("alice", password))
            }
        }

        @Test("an account is found by its nsUniqueId")
        func anchor() async throws {
            let server = try await DirectoryServer389()
            let anchor = try await server.entry(of: "carol", ["nsUniqueId"]).text("nsUniqueId") ?? ""
            let answer = try await server.stage().ask("status", id: anchor)
            #expect(answer.outcome == "answered", "\(answer)")
            #expect(
                try await server.stage().ask("status", id: "00000000-00000000-00000000-00000000").code
                    == "account_not_found")
        }
    }
}
