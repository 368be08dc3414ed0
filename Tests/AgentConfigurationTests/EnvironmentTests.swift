import AgentConfiguration
import Testing

@Suite struct EnvironmentTests {
    private func peers(_ edits: KeyValuePairs<String, String?>) throws -> [PeerNames] {
        try PeerNames.resolve(try SampleFile(edits).settings().callers)
    }

    private func environmentFindings(_ edits: KeyValuePairs<String, String?>) throws -> [String] {
        try SampleFile(edits).settings().environmentFindings().map(\.description)
    }

    @Test func `users and groups become numbers, by name or as they are`() throws {
        let resolved = try peers([
            "callers.portal.users": #"["root", "54321"]"#, "callers.portal.groups": #"["daemon", "0"]"#,
        ])
        #expect(resolved.map(\.caller) == ["portal"])
        #expect(resolved.first?.userIDs == [0, 54321])
        #expect(resolved.first?.groupIDs == [0, 1])
    }

    @Test func `names that do not exist are all told with their key`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root", "nobody-here"]"#, "callers.portal.groups": #"["no-group-here"]"#,
                "directory.corp.ca_file": #""/etc/passwd""#,
            ]) == [
                "callers.portal.users[1]: no such user on this machine",
                "callers.portal.groups[0]: no such group on this machine",
            ])
    }

    @Test func `one user by name here and by number there is two callers, and refused`() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try peers([
                "callers.portal.users": #"["root"]"#, "callers.desk.trust": #""peer""#,
                "callers.desk.users": #"["0"]"#,
            ])
        }
        #expect(
            try #require(error).findings.map(\.description) == [
                "callers.portal.users[0]: is the same user as callers.desk.users[0]; a peer must be exactly one caller"
            ])
    }

    @Test func `a user whose primary group is another caller is refused`() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try peers([
                "callers.portal.users": #"["daemon"]"#, "callers.desk.trust": #""peer""#,
                "callers.desk.groups": #"["1"]"#,
            ])
        }
        #expect(try #require(error).findings.map(\.keyPath) == ["callers.portal.users[0]"])
    }

    @Test func `files that cannot be read are told with their key`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root"]"#, "directory.corp.ca_file": #""/nowhere/ca.pem""#,
                "directory.corp.client_certificate": #""/etc""#, "directory.corp.client_key": #""/etc/passwd""#,
            ]) == [
                "directory.corp.ca_file: cannot be read: No such file or directory",
                "directory.corp.client_certificate: is not a regular file",
            ])
    }

    @Test func `the CA file does not matter where there is no TLS`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root"]"#, "directory.corp.ca_file": #""/nowhere/ca.pem""#,
                "directory.corp.servers": #"["ldapi://%2Frun%2Fldapi"]"#,
            ]).isEmpty)
    }
}
