import AgentConfiguration
import LDAPClient
import Testing

/// How the agent signs in, and where the servers are.
@Suite struct BindTests {
    private typealias Edits = KeyValuePairs<String, String?>

    private static let gssapi: Edits = [
        "directory.corp.bind": #""gssapi""#, "directory.corp.bind_keytab_credential": #""corp-keytab""#,
        "directory.corp.bind_dn": nil, "directory.corp.bind_password_credential": nil,
        "directory.corp.servers": #"["ldap://dc1.example.org"]"#,
    ]

    private func directory(_ edits: Edits) throws -> DirectorySettings {
        try #require(try SampleFile(edits).settings().directories.first)
    }

    private func findings(_ edits: Edits) -> [String] {
        SampleFile(edits).findings.filter { $0.severity == .error }.map { "\($0.keyPath): \($0.message)" }
    }

    @Test func `a Kerberos key is enough on a connection without TLS, which it seals`() throws {
        #expect(try directory(Self.gssapi).bind == .gssapi(keytabCredential: "corp-keytab", principal: nil))
    }

    @Test func `a SCRAM bind has a user and a password, and wants TLS`() throws {
        let scram: Edits = [
            "directory.corp.bind": #""scram-sha-256""#, "directory.corp.bind_user": #""writeback""#,
            "directory.corp.bind_dn": nil,
        ]
        #expect(try directory(scram).bind == .scram(user: "writeback", passwordCredential: "corp"))
        let clear = Edits(
            dictionaryLiteral: ("directory.corp.bind", #""scram-sha-256""#), ("directory.corp.bind_user", #""w""#),
            ("directory.corp.bind_dn", nil), ("directory.corp.servers", #"["ldap://dc1.example.org"]"#))
        #expect(findings(clear).count == 1)
    }

    @Test func `keys of another way to sign in are told to be removed`() {
        let found = findings([
            "directory.corp.bind_user": #""writeback""#, "directory.corp.bind_keytab_credential": #""k""#,
        ])
        #expect(
            found == [
                #"directory.corp.bind_user: has no meaning with bind = "simple"; remove it"#,
                #"directory.corp.bind_keytab_credential: has no meaning with bind = "simple"; remove it"#,
            ])
    }

    @Test func `a domain stands in place of the list of servers`() throws {
        let found = try directory(["directory.corp.servers": nil, "directory.corp.servers_domain": #""example.org""#])
        guard case .serviceRecords(let lookup, let settings) = try found.serverSource else {
            Issue.record("not a look-up")
            return
        }
        #expect(lookup.recordName == "_ldap._tcp.example.org")
        #expect(!lookup.startTLS)
        #expect(settings(try ServerAddress("ldaps://a.example.org")).connectTimeout == .seconds(3))
    }

    @Test func `a domain and a list exclude each other, and one of them is needed`() {
        #expect(
            findings(["directory.corp.servers_domain": #""example.org""#])
                == ["directory.corp.servers_domain: and servers exclude each other; remove one of them"])
        #expect(findings(["directory.corp.servers": nil]) == ["directory.corp.servers: required"])
    }

    @Test(arguments: ["ldaps://dc1.example.org:3269", "ldap://127.0.0.1:3268"])
    func `a Global Catalog port is refused with the reason`(server: String) {
        let found = findings(["directory.corp.servers": "[\"\(server)\"]"])
        #expect(found.count == 1)
        #expect(found.first?.contains("is a Global Catalog, a read-only copy") == true)
    }

    @Test(arguments: [("verify", "bind"), ("kind", "freeipa"), ("kind", "plain")])
    func `what takes a user's password wants TLS, which Kerberos is not`(key: String, value: String) {
        let edits = Edits(
            dictionaryLiteral: ("directory.corp.bind", #""gssapi""#),
            ("directory.corp.bind_keytab_credential", #""corp-keytab""#), ("directory.corp.bind_dn", nil),
            ("directory.corp.bind_password_credential", nil),
            ("directory.corp.servers", #"["ldap://dc1.example.org"]"#), ("directory.corp.\(key)", "\"\(value)\""))
        let reason = "must be ldaps:// ones: with \(key) = \"\(value)\" the agent signs in with users' passwords"
        #expect(findings(edits) == ["directory.corp.servers: \(reason)"])
    }
}
