import Directories
import LDAPClient
import Requests
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// The check for missing rights tells the truth, changes nothing, and its remedies work as they stand.
    @Suite(.serialized)
    struct RightsTests {
        @Test("with the shipped instructions nothing is missing, also in a unit with an odd name")
        func complete() async throws {
            let server = try await DirectoryServer389()
            for person in ["alice", "erin", "sybil", "odd"] {
                for (right, finding) in try await server.rights(on: person) {
                    #expect(finding.state == .granted && finding.remedy == nil, "\(person): \(right): \(finding)")
                }
            }
        }

        @Test("what is missing is told, and granted by applying the remedies")
        func remedies() async throws {
            let server = try await DirectoryServer389()
            try await server.modify("dn: \(server["PEOPLE_DN"])\nchangetype: modify\ndelete: aci\n")
            try await server.configure("delete: aci")
            try await server.modify(
                """
                dn: \(server["PEOPLE_DN"])
                changetype: modify
                add: aci
                aci: (targetattr="objectClass || uid || nsUniqueId")(version 3.0; acl "finding"; allow (read, search, compare)
                  userdn="ldap:///\(server["SERVICE_DN"])";)

                """)
            let findings = try await server.rights(on: "erin")
            #expect(findings.count == 4)
            for (right, finding) in findings {
                #expect(finding.state == .missing, "\(right): \(finding)")
                try await server.modify((finding.remedy ?? "") + "\n")
            }
            for (right, finding) in try await server.rights(on: "erin") {
                #expect(finding.state == .granted, "\(right): \(finding)")
            }
            #expect(try await server.stage().reset("erin", to: "Gr0und-Hog-7391-Sixteen").outcome == "applied")
        }

        @Test("an agent that is the server's manager is told that no policy holds it")
        func manager() async throws {
            for kind in [DirectoryKind.directoryServer389, .freeIPA] {
                let server = try await DirectoryServer389(freeIPA: kind == .freeIPA)
                let directory = try server.directory(kind: kind, credentials: server.adminCredentials)
                let session = try await directory.session(deadline: .now + .seconds(30))
                let findings = try await session.rights(on: session.find(.name("alice")))
                #expect(findings.first { $0.right == .writePassword }?.state == .excessive, "\(findings)")
            }
        }

        @Test("the check changes nothing and counts nothing")
        func harmless() async throws {
            let server = try await DirectoryServer389()
            let before = try await server.entry(of: "alice", ["*", "+", "entryusn", "passwordRetryCount"])
            _ = try await server.rights(on: "alice")
            let after = try await server.entry(of: "alice", ["*", "+", "entryusn", "passwordRetryCount"])
            #expect(before.attributeNames == after.attributeNames)
            for name in before.attributeNames { #expect(before[name] == after[name], "\(name)") }
        }
    }
}
