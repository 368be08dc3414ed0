import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Each cause has its own code, with its numbers, whichever way the password goes to the server.
    @Suite(.serialized)
    struct RefusalTests {
        /// The ways of a new password: a modify, the password modify operation, and a modify that compares the old one.
        private enum Way: CaseIterable {
            case reset
            case resetMustChange
            case change
        }

        private static let password = "Gr0und-Hog-7391"

        private func ask(
            _ way: Way, _ person: String, _ password: String, on stage: DirectoryStage, from current: String? = nil
        ) async throws -> StageAnswer {
            let current = current ?? DirectoryServer389.startPassword(person)
            switch way {
            case .reset: return try await stage.reset(person, to: password)
            case .resetMustChange: return try await stage.reset(person, to: password, #""must_change":true"#)
            case .change: return try await stage.change(person, from: current, to: password)
            }
        }

        @Test("length, kinds, names, history and hashes each have their code, on every way")
        func syntax() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            for way in Way.allCases {
                let short = try await ask(way, "alice", "short", on: stage)
                #expect(short.code == "password_too_short")
                #expect(short.object("parameters")["min"] as? Int == 10)
                let plain = try await ask(way, "alice", "groundhogground", on: stage)
                #expect(plain.code == "password_too_few_classes")
                #expect(plain.object("parameters")["have"] as? Int == 1)
                #expect(plain.object("parameters")["need"] as? Int == 2)
                #expect(try await ask(way, "alice", "Malice-7391-x", on: stage).code == "password_contains_name")
                let start = DirectoryServer389.startPassword("alice")
                let used = try await ask(way, "alice", start, on: stage)
                #expect(used.code == "password_in_history")
                #expect(used.object("parameters")["depth"] as? Int == 5)
                #expect(try await ask(way, "alice", "{SSHA}Gr0und-Hog", on: stage).code == "password_looks_hashed")
                #expect(try await server.signsIn("alice", start))
            }
        }

        @Test("other rules are told in the server's words, which never repeat the password")
        func quality() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            for (rule, value, password, word) in [
                ("passwordMinDigits", "3", "Gr0und-Hog-x", "digit"),
                ("passwordMaxRepeats", "2", "Gr000und-Hog-7391", "repeated"),
                ("passwordPalindrome", "on", "Gr0und-7-dnu0rG", "palindrome"),
                ("passwordMaxSequence", "3", "Gr-12345-Hog", "monotonic"),
                ("passwordBadWords", "hog", "Gr0und-Hog-7391", "restricted"),
                ("passwordMaxClassChars", "4", "Groundhog-7391", "same character class"),
            ] {
                try await server.configure("replace: \(rule)\n\(rule): \(value)")
                for way in Way.allCases {
                    let answer = try await ask(way, "alice", password, on: stage)
                    let message = answer.object("parameters")["message"] as? String ?? ""
                    #expect(answer.code == "password_quality" && message.contains(word), "\(rule): \(answer)")
                    #expect(!answer.description.contains(password))
                }
                try await server.configure(
                    "replace: \(rule)\n\(rule): \(value == "on" ? "off" : value == "hog" ? "zzzz" : "0")")
            }
        }

        @Test("the minimum age is told with its end, on every way")
        func age() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            let first = "Gr0und-Hog-7391-Sixteen"
            #expect(try await stage.reset("erin", to: first).outcome == "applied")
            for way in Way.allCases {
                let answer = try await ask(way, "erin", "Gr0und-Hog-7392-Sixteen", on: stage, from: first)
                #expect(answer.code == "password_too_young")
                let until = answer.object("parameters")["until"] as? String ?? ""
                #expect(until > "\(Timestamp.now + 86_000)" && until <= "\(Timestamp.now + 86_400)", "\(answer)")
            }
            #expect(try await server.signsIn("erin", first))
        }

        @Test("an owner who may not change the password is told so, and can be given another one")
        func changeForbidden() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            let start = DirectoryServer389.startPassword("frank")
            #expect(try await stage.change("frank", from: start, to: Self.password).code == "change_forbidden")
            #expect(try await stage.status("frank").obstacle(to: "change") == "change_forbidden")
            #expect(try await stage.reset("frank", to: Self.password).outcome == "applied")
        }

        @Test("a server that takes no writes is told from a missing right, on every way")
        func readOnly() async throws {
            let server = try await DirectoryServer389()
            try await server.configure("replace: nsslapd-readonly\nnsslapd-readonly: on")
            for way in Way.allCases {
                let answer = try await ask(way, "alice", Self.password, on: try server.stage())
                #expect(answer.code == "directory_read_only", "\(answer)")
            }
        }

        @Test("a missing right is named with the entry, on every way")
        func noPermission() async throws {
            let server = try await DirectoryServer389()
            let stage = try DirectoryStage(directory: server.directory(base: server["BASE_DN"]))
            try await server.modify(
                """
                dn: ou=outside,\(server["BASE_DN"])
                changetype: modify
                add: aci
                aci: (targetattr!="userPassword")(version 3.0; acl "reading"; allow (read, search, compare)
                  userdn="ldap:///\(server["SERVICE_DN"])";)

                """)
            for way in Way.allCases {
                let answer = try await ask(way, "olivia", Self.password, on: stage)
                #expect(answer.code == "no_permission", "\(answer)")
                let parameters = answer.object("parameters")
                #expect(parameters["right"] as? String == "write_password")
                #expect((parameters["object"] as? String)?.hasPrefix("uid=olivia,ou=outside") == true)
            }
        }

        @Test("the agent refuses what looks hashed even where the server would take it for a hash")
        func hashed() async throws {
            let server = try await DirectoryServer389()
            try await server.configure("replace: nsslapd-allow-hashed-passwords\nnsslapd-allow-hashed-passwords: on")
            let stage = try server.stage()
            for (way, person) in zip(Way.allCases, ["bob", "carol", "dave"]) {
                for password in ["{SSHA}Gr0und-Hog", "{clear}Gr0und-Hog-7391", "{PBKDF2-SHA512}10000$abc$def"] {
                    #expect(try await ask(way, person, password, on: stage).code == "password_looks_hashed")
                }
                #expect(try await server.signsIn(person, DirectoryServer389.startPassword(person)))
                #expect(try await ask(way, person, "{none}Gr0und-Hog-7391", on: stage).outcome == "applied")
                #expect(try await server.signsIn(person, "{none}Gr0und-Hog-7391"))
            }
        }

        @Test("a stored hash is no current password")
        func storedHash() async throws {
            let server = try await DirectoryServer389()
            let hash = try await server.entry(of: "alice", ["userPassword"]).text("userPassword") ?? ""
            #expect(hash.hasPrefix("{"))
            let answer = try await server.stage().change("alice", from: hash, to: "Gr0und-Hog-7391")
            #expect(answer.code == "wrong_current_password", "\(answer)")
            #expect(try await server.signsIn("alice", DirectoryServer389.startPassword("alice")))
        }
    }
}
