import AgentConfiguration
import LDAPClient
import Requests
import Testing

@Suite struct SettingsTests {
    @Test func `the least that is required is enough, and the rest has its defaults`() throws {
        let settings = try SampleFile().settings()
        #expect(settings.warnings.isEmpty)
        #expect(settings.agent.name == "test.example.org")
        #expect(settings.agent.contact == nil)
        #expect(settings.socket == .standard)
        #expect(settings.journal == .standard)
        #expect(settings.ledger == .standard)
        #expect(settings.operations == Set(Operation.allCases))
        #expect(settings.throttle.wrongCurrentPassword == 5)
        #expect(settings.throttle.window == .seconds(900))
    }

    @Test func `a caller has the peers and operations of its table`() throws {
        let settings = try SampleFile([
            "callers.portal.groups": #"["1001", "helpdesk"]"#, "callers.portal.operations": #"["unlock", "status"]"#,
        ]).settings()
        let caller = try #require(settings.callers.first)
        #expect(caller.name == "portal")
        #expect(caller.trust == .peer)
        #expect(caller.signature == nil)
        #expect(caller.users == ["www-data"])
        #expect(caller.groups == ["1001", "helpdesk"])
        #expect(caller.operations == [.unlock, .status])
    }

    @Test func `a directory has the defaults where its table is silent`() throws {
        let directory = try #require(try SampleFile().settings().directories.first)
        #expect(directory.name == "corp")
        #expect(directory.kind == .auto)
        #expect(directory.transport.caFile == "/etc/ssl/certs/ca-certificates.crt")
        #expect(directory.transport.clientCertificate == nil)
        #expect(directory.accounts.attributes == nil)
        #expect(directory.accounts.objectClass == nil)
        #expect(directory.accounts.defaultPolicy == nil)
        #expect(directory.pool.connections == 4)
        #expect(directory.pool.waiting == 64)
        #expect(directory.pool.operationTimeout == .seconds(5))
        #expect(directory.verification == .changeTime)
        let name = try DistinguishedName("cn=writeback,dc=example,dc=org")
        #expect(directory.bind == .simple(name, passwordCredential: "corp"))
    }

    @Test func `each server of a directory becomes the settings of a connection`() throws {
        let directory = try #require(
            try SampleFile([
                "directory.corp.servers": #"["ldap://a.example.org", "ldap://b.example.org:1389"]"#,
                "directory.corp.start_tls": "true", "directory.corp.ca_file": #""/etc/ca.pem""#,
                "directory.corp.client_certificate": #""/etc/c.pem""#, "directory.corp.client_key": #""/etc/k.pem""#,
                "directory.corp.connect_timeout": #""700ms""#,
            ]).settings().directories.first)
        guard case .fixed(let connections) = try directory.serverSource else {
            Issue.record("not a fixed list")
            return
        }
        #expect(connections.map(\.address.host) == ["a.example.org", "b.example.org"])
        #expect(connections.map(\.address.port) == [389, 1389])
        #expect(connections.allSatisfy { $0.startTLS && $0.caFile == "/etc/ca.pem" })
        #expect(connections.allSatisfy { $0.clientCertificateFile == "/etc/c.pem" && $0.clientKeyFile == "/etc/k.pem" })
        #expect(connections.allSatisfy { $0.connectTimeout == .milliseconds(700) })
        for connection in connections { try connection.validate(for: .anonymous) }
    }

    @Test func `callers and directories come in the order of their names`() throws {
        let extra = #"""
            [callers.desk]
            trust = "peer"
            groups = ["helpdesk"]
            [directory.branch]
            kind = "openldap"
            servers = ["ldapi://%2Frun%2Fldapi"]
            base = "dc=example"
            bind = "external"
            """#
        let settings = try Settings.parse(SampleFile().text + extra)
        #expect(settings.callers.map(\.name) == ["desk", "portal"])
        #expect(settings.directories.map(\.name) == ["branch", "corp"])
        #expect(settings.directories.first?.bind == .external)
    }

    @Test func `an operation can be switched off`() throws {
        let settings = try SampleFile(["operations.reset": "false"]).settings()
        #expect(settings.operations == [.unlock, .change, .status])
    }

    @Test func `an empty optional text says the same as leaving the key out`() throws {
        let explicit = try SampleFile([
            "agent.contact": #""""#, "directory.corp.account_class": #""""#, "directory.corp.default_policy": #""""#,
            "directory.corp.client_certificate": #""""#, "directory.corp.client_key": #""""#,
        ]).settings()
        #expect(try SampleFile().settings() == explicit)
    }
}
