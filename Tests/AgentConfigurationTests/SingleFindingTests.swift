import AgentConfiguration
import Testing

@Suite struct SingleFindingTests {
    /// One edit of the sample file, and the one finding that it makes.
    struct Case: Sendable, CustomTestStringConvertible {
        let key: String
        let value: String?
        let keyPath: String
        let message: String

        /// A finding at the edited key itself, or at its element `at`.
        init(_ key: String, _ value: String?, at element: String = "", _ message: String) {
            self.key = key
            self.value = value
            self.keyPath = key + element
            self.message = message
        }

        var testDescription: String { "\(key) = \(value ?? "-")" }
    }

    static let required = [
        "agent.name", "callers.portal.trust", "directory.corp.servers", "directory.corp.base",
        "directory.corp.bind_dn", "directory.corp.bind_password_credential",
    ].map { Case($0, nil, "required") }

    static let kinds = [
        Case("agent.name", "7", "must be a text in quotes, not an integer"),
        Case("agent.contact", "[]", "must be a text in quotes, not a list"),
        Case("socket.connections", #""64""#, "must be an integer, not a text"),
        Case("socket.connections", "6.4", "must be an integer, not a floating-point number"),
        Case("socket.idle_timeout", "60", "must be a text in quotes, not an integer"),
        Case("operations.reset", #""yes""#, "must be true or false, not a text"),
        Case("callers.portal.users", #""www-data""#, "must be a list of texts, not a text"),
        Case("callers.portal.users", #"[33]"#, at: "[0]", "must be a text in quotes, not an integer"),
        Case("directory.corp.base", "1979-05-27", "must be a text in quotes, not a date or time"),
        Case("directory.corp.start_tls", "{}", "must be true or false, not a table"),
    ]

    static let ranges = [
        Case("socket.connections", "0", "must be 1 to 1024"),
        Case("socket.idle_timeout", #""11m""#, "must be 1s to 10m"),
        Case("socket.request_timeout", #""31s""#, "must be 1s to 30s"),
        Case("journal.timeout", #""5ms""#, "must be 10ms to 5s"),
        Case("throttle.wrong_current_password", "101", "must be 1 to 100"),
        Case("throttle.window", #""25h""#, "must be 1m to 1d"),
        Case("ledger.retention", #""36501d""#, #"must be 1d to 36500d, or "forever""#),
        Case("ledger.retention", #""23h""#, #"must be 1d to 36500d, or "forever""#),
        Case("keys.overlap", #""59m""#, "must be 1h to 90d"),
        Case("keys.overlap", #""91d""#, "must be 1h to 90d"),
        Case("directory.corp.connections", "65", "must be 1 to 64"),
        Case("directory.corp.waiting", "-1", "must be 0 to 1024"),
        Case("directory.corp.connect_timeout", #""99ms""#, "must be 100ms to 30s"),
        Case("directory.corp.operation_timeout", #""2m""#, "must be 100ms to 1m"),
        Case("directory.corp.servers", "[]", "must have 1 to 8 elements, not 0"),
        Case(
            "directory.corp.account_attributes", #"["a", "b", "c", "d", "e"]"#, "must have 0 to 4 elements, not 5"),
        Case("callers.portal.operations", "[]", "must have 1 to 4 elements, not 0"),
    ]

    static let texts = [
        Case("agent.name", #""two words""#, "must be 1 to 64 of letters, digits, '.' and '-'"),
        Case("agent.contact", #""a\nb""#, "must be at most 300 characters on one line"),
        Case("socket.path", #""api.sock""#, "must be an absolute path of at most 107 bytes"),
        Case(
            "journal.socket", "\"/\(String(repeating: "x", count: 107))\"",
            "must be an absolute path of at most 107 bytes"),
        Case("directory.corp.ca_file", #""ca.pem""#, "must be an absolute path"),
        Case("callers.portal.trust", #""token""#, #"must be "peer" or "signature""#),
        Case(
            "directory.corp.kind", #""ad""#,
            #"must be "auto" or "openldap" or "active-directory" or "389-ds" or "freeipa" or "plain""#),
        Case("directory.corp.verify", #""none""#, #"must be "change-time" or "bind""#),
        Case("directory.corp.bind", #""sasl""#, #"must be "simple" or "external" or "gssapi" or "scram-sha-256""#),
        Case(
            "callers.portal.operations", #"["reset", "delete"]"#, at: "[1]",
            #"must be "reset" or "unlock" or "change" or "status""#),
        Case("callers.portal.users", #"["a", "b", "a"]"#, at: "[2]", "repeats users[0]"),
        Case(
            "callers.portal.users", #"["4294967295"]"#, at: "[0]",
            #"must be the name or the number of a user or group, such as "www-data" or "33""#),
        Case("directory.corp.account_class", #""my class""#, "must be the name or OID of an object class"),
        Case(
            "directory.corp.account_attributes", #"["uid;x"]"#, at: "[0]", "must be the name or OID of an attribute"),
        Case(
            "socket.idle_timeout", #""60""#,
            #"must be a whole number with its unit, "500ms", "15s", "2m", "1h" or "7d""#),
        Case("ledger.path", #""ledger.db""#, "must be an absolute path"),
        Case(
            "ledger.retention", #""always""#,
            #"must be a whole number with its unit, "500ms", "15s", "2m", "1h" or "7d", or "forever""#),
        Case("keys.file", #""/var/lib/keys/""#, "must be an absolute path"),
        Case("keys.curve", #""P-384""#, #"must be "P-256" or "X25519""#),
        Case(
            "keys.credential", #""../keys""#,
            "must be the name of a systemd credential: 1 to 255 of letters, digits, '.', '_' and '-'"),
    ]

    @Test(arguments: required + kinds + ranges + texts)
    func `a wrong value is one finding that names its key and what is expected`(_ test: Case) throws {
        let findings = SampleFile([test.key: test.value]).findings
        #expect(findings.map(\.keyPath) == [test.keyPath])
        #expect(findings.map(\.message) == [test.message])
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func `a name that is no distinguished name is told with the place of the fault`() throws {
        let finding = try #require(SampleFile(["directory.corp.base": #""people""#]).findings.first)
        #expect(finding.keyPath == "directory.corp.base")
        #expect(finding.message.hasPrefix("must be a distinguished name (RFC 4514): "))
    }

    @Test func `a server that is no URL is told by its place in the list`() throws {
        let file = SampleFile(["directory.corp.servers": #"["ldaps://a.example.org", "b.example.org"]"#])
        let finding = try #require(file.findings.first)
        #expect(finding.keyPath == "directory.corp.servers[1]")
        #expect(finding.message.hasPrefix("must be the URL of a server, "))
    }
}
