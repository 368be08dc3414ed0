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

    @Test func `a key id that occurs in two files is told, since a token names its key by nothing else`() throws {
        let folder = try TemporaryFolder()
        let key = #"{"kty":"OKP","crv":"Ed25519","kid":"k","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let paths = try ["a.jwk", "b.jwk"].map { try folder.write(Array(key.utf8), to: $0) }
        let file = SampleFile.signed([
            "callers.cloud.users": #"["root"]"#, "callers.cloud.keys": "[\"\(paths[0])\", \"\(paths[1])\"]",
            "directory.corp.ca_file": #""/etc/passwd""#,
        ])
        #expect(
            try file.settings().environmentFindings().map(\.description) == [
                "callers.cloud.keys[1]: has the key id 'k', as callers.cloud.keys[0] has"
            ])
    }

    @Test func `key files of a caller that cannot be used are told by their place in the list`() throws {
        let file = SampleFile.signed([
            "callers.cloud.users": #"["root"]"#, "callers.cloud.keys": #"["/etc/passwd", "/nowhere/a.pem", "/etc"]"#,
            "directory.corp.ca_file": #""/etc/passwd""#,
        ])
        #expect(
            try file.settings().environmentFindings().map(\.description) == [
                "callers.cloud.keys[0]: cannot be used: there is neither a JWK set, nor a JWK, nor a PEM block in it",
                "callers.cloud.keys[1]: cannot be read: No such file or directory",
                "callers.cloud.keys[2]: is not a regular file",
            ])
    }

    @Test func `folders of the ledger and of the keys that do not exist are told`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root"]"#, "directory.corp.ca_file": #""/etc/passwd""#,
                "ledger.path": #""/nowhere/ledger.db""#, "keys.file": #""/etc/passwd/keys.jwks""#,
            ]) == [
                "ledger.path: is in a folder that cannot be used: No such file or directory",
                "keys.file: is not in a folder",
            ])
    }

    @Test func `a file in a folder that is there needs not be there itself`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root"]"#, "directory.corp.ca_file": #""/etc/passwd""#,
                "ledger.path": #""/ledger.db""#, "keys.file": #""/tmp/no-such-keys.jwks""#,
            ]).isEmpty)
    }

    @Test func `keys from a credential need no folder`() throws {
        #expect(
            try environmentFindings([
                "callers.portal.users": #"["root"]"#, "directory.corp.ca_file": #""/etc/passwd""#,
                "keys.credential": #""agent-keys""#,
            ]).isEmpty)
    }
}
