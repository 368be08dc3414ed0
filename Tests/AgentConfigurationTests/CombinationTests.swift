import AgentConfiguration
import Testing

@Suite struct CombinationTests {
    private func paths(_ edits: KeyValuePairs<String, String?>) -> [String] {
        SampleFile(edits).findings.filter { $0.severity == .error }.map(\.keyPath)
    }

    @Test func `passwords never go in clear to another machine`() {
        let servers = #"["ldap://localhost", "ldap://127.0.0.1:1389", "ldap://[::1]", "ldap://ldap.example.org"]"#
        let findings = SampleFile(["directory.corp.servers": servers]).findings
        #expect(
            findings.map(\.description) == [
                "directory.corp.servers[3]: would get passwords in clear: use ldaps://, or ldap:// with start_tls = true"
                    + " (line 8)"
            ])
    }

    @Test func `StartTLS is for ldap URLs only`() {
        let servers = #"["ldap://a.example.org", "ldaps://b.example.org", "ldapi://%2Frun%2Fldapi"]"#
        #expect(
            paths(["directory.corp.servers": servers, "directory.corp.start_tls": "true"])
                == ["directory.corp.servers[1]", "directory.corp.servers[2]"])
    }

    @Test func `a client certificate and its key go together`() {
        #expect(
            paths(["directory.corp.client_certificate": #""/c.pem""#]) == ["directory.corp.client_certificate"])
        #expect(paths(["directory.corp.client_key": #""/k.pem""#]) == ["directory.corp.client_key"])
    }

    @Test func `an external bind needs a connection that proves who the agent is`() {
        let external: KeyValuePairs<String, String?> = [
            "directory.corp.bind": #""external""#, "directory.corp.bind_dn": nil,
            "directory.corp.bind_password_credential": nil,
        ]
        #expect(paths(external) == ["directory.corp.bind"])
    }

    @Test func `an external bind is fine over ldapi, and over TLS with a client certificate`() {
        #expect(
            paths([
                "directory.corp.servers": #"["ldapi://%2Frun%2Fldapi", "ldaps://a.example.org"]"#,
                "directory.corp.bind": #""external""#, "directory.corp.bind_dn": nil,
                "directory.corp.bind_password_credential": nil, "directory.corp.client_certificate": #""/c.pem""#,
                "directory.corp.client_key": #""/k.pem""#,
            ]).isEmpty)
    }

    @Test func `an external bind has no name and no password`() {
        #expect(
            paths([
                "directory.corp.servers": #"["ldapi://%2Frun%2Fldapi"]"#, "directory.corp.bind": #""external""#,
            ]) == ["directory.corp.bind_dn", "directory.corp.bind_password_credential"])
    }

    @Test func `no step may take as long as the whole request`() {
        let findings = SampleFile([
            "socket.request_timeout": #""2s""#, "directory.corp.operation_timeout": #""2s""#,
            "journal.timeout": #""3s""#,
        ]).findings
        #expect(
            findings.map(\.keyPath) == [
                "directory.corp.connect_timeout", "directory.corp.operation_timeout", "journal.timeout",
            ])
        #expect(findings.allSatisfy { $0.message == "must be below socket.request_timeout, which is 2s" })
    }

    @Test func `a limit that is itself wrong is not measured against others`() {
        #expect(
            paths(["socket.request_timeout": #""0s""#, "directory.corp.operation_timeout": #""20s""#])
                == ["socket.request_timeout"])
        #expect(
            paths(["directory.corp.start_tls": "1", "directory.corp.servers": #"["ldap://a.example.org"]"#])
                == ["directory.corp.start_tls"])
    }

    @Test func `a caller without users and groups is nobody`() {
        #expect(paths(["callers.portal.users": nil]) == ["callers.portal"])
        #expect(paths(["callers.portal.users": nil, "callers.portal.groups": #"["helpdesk"]"#]).isEmpty)
    }

    @Test func `a peer is exactly one caller`() {
        let findings = SampleFile([
            "callers.desk.trust": #""peer""#, "callers.desk.users": #"["other", "www-data"]"#,
            "callers.desk.groups": #"["www-data"]"#,
        ]).findings
        #expect(findings.count == 1)
        #expect(findings.first?.message.hasSuffix("a peer must be exactly one caller") == true)
    }

    @Test(arguments: [
        "cn=admin,dc=example,dc=org", "cn=Directory Manager", "CN = Manager, dc=example", "cn=config",
        "cn=admin,cn=config", "uid=admin,cn=users,cn=accounts,dc=example",
    ])
    func `the directory's own administrator is warned about`(_ name: String) throws {
        let settings = try SampleFile(["directory.corp.bind_dn": "\"\(name)\""]).settings()
        #expect(settings.warnings.map(\.keyPath) == ["directory.corp.bind_dn"])
    }
}
