import Directories
import LDAPClient
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Each server counts for itself: an unlock is for all of them.
    @Suite(.serialized)
    struct ServersTests {
        private func lockedOnBoth() async throws -> (DirectoryServer389, DirectoryServer389) {
            let (one, two) = try await (DirectoryServer389(), DirectoryServer389())
            // Two copies of one directory, of which the second takes the first one's identity.
            try await two.modify(
                """
                dn: \(two["SERVICE_DN"])
                changetype: modify
                replace: userPassword
                userPassword: \(one["SERVICE_PASSWORD"])

                """)
            for server in [one, two] { try await server.fail("alice") }
            return (one, two)
        }

        @Test("an unlock clears the lock on every server and tells of each")
        func everywhere() async throws {
            let (one, two) = try await lockedOnBoth()
            let stage = try DirectoryStage(directory: one.directory(others: [two]))
            let answer = try await stage.unlock("alice")
            #expect(answer.outcome == "applied" && answer["shortfall"] == nil, "\(answer)")
            #expect(answer.list("other_servers").count == 1, "\(answer)")
            for server in [one, two] {
                #expect(try await server.signsIn("alice", DirectoryServer389.startPassword("alice")))
            }
        }

        @Test("a server that is down is named as one where the account may still be locked")
        func oneDown() async throws {
            let (one, two) = try await lockedOnBoth()
            try await two.kill()
            let stage = try DirectoryStage(directory: one.directory(others: [two]))
            let answer = try await stage.unlock("alice")
            #expect(answer.outcome == "applied", "\(answer)")
            #expect(answer["shortfall"] == "not_unlocked_everywhere")
            let other = answer.list("other_servers").first ?? [:]
            #expect(other["server"] as? String == two["LDAPS_URL"], "\(answer)")
            #expect(try await one.signsIn("alice", DirectoryServer389.startPassword("alice")))
        }

        @Test("a reset clears the lock on the other servers, too")
        func reset() async throws {
            let (one, two) = try await lockedOnBoth()
            let stage = try DirectoryStage(directory: one.directory(others: [two]))
            #expect(try await stage.reset("alice", to: "Gr0und-Hog-7391").outcome == "applied")
            #expect(try await two.signsIn("alice", DirectoryServer389.startPassword("alice")))
        }

        @Test("an unlock whose answer was lost is made up for on the other servers, too")
        func lostAnswer() async throws {
            let (one, two) = try await lockedOnBoth()
            try await one.configure("replace: nsslapd-require-secure-binds\nnsslapd-require-secure-binds: off")
            let proxy = try CuttingProxy(target: try ServerAddress(one["LDAP_URL"]).port)
            let first = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(proxy.port)"))
            let stage = try DirectoryStage(
                directory: .corp(
                    at: [first, try two.tls()], as: try one.serviceCredentials, below: one["PEOPLE_DN"],
                    .directoryServer389))
            let mark = try await one.entry(of: "alice", ["accountUnlockTime"]).text("accountUnlockTime") ?? ""
            proxy.cut(at: mark, .beforeAnswer)
            let answer = try await stage.unlock("alice")
            #expect(answer.outcome == "applied", "\(answer)")
            #expect(answer.list("other_servers").first?["server"] as? String == two["LDAPS_URL"], "\(answer)")
            let start = DirectoryServer389.startPassword("alice")
            for server in [one, two] { #expect(try await server.signsIn("alice", start)) }
        }
    }
}
