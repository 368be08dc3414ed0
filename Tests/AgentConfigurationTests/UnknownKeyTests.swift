import AgentConfiguration
import Testing

@Suite struct UnknownKeyTests {
    @Test(arguments: [
        ("directory.corp.acount_attributes", "account_attributes"), ("directory.corp.star_ttls", "start_tls"),
        ("directory.corp.Base", "base"), ("socket.requesttimeout", "request_timeout"), ("agent.nmae", "name"),
    ])
    func `a key with a typing mistake is told the one that was meant`(_ keyPath: String, _ meant: String) {
        let findings = SampleFile([keyPath: "1"]).findings
        #expect(findings.map(\.keyPath) == [keyPath])
        #expect(findings.map(\.message) == [#"unknown key; did you mean "\#(meant)"?"#])
    }

    @Test func `a key like no other is told those that are known`() {
        let findings = SampleFile(["journal.colour": #""red""#]).findings
        #expect(findings.map(\.message) == ["unknown key; known here: socket, timeout"])
    }

    @Test func `an unknown table is told like an unknown key`() {
        let findings = SampleFile(["directories.corp.kind": #""openldap""#, "logging.level": "1"]).findings
        #expect(findings.map(\.keyPath) == ["directories", "logging"])
        #expect(findings.map(\.line) == [12, 14])
    }

    @Test func `every unknown key is told, also two of one name`() {
        let findings = SampleFile(["agent.colour": "1", "socket.colour": "1"]).findings
        #expect(findings.map(\.keyPath) == ["agent.colour", "socket.colour"])
    }

    @Test func `a password in the file is refused with its reason and not repeated`() {
        let findings = SampleFile(["directory.corp.bind_password": #""Sommer-2024""#]).findings
        #expect(findings.map(\.keyPath) == ["directory.corp.bind_password"])
        #expect(findings.first?.message.hasPrefix("secrets are given by the names of systemd credentials") == true)
        #expect(!"\(findings)".contains("Sommer"))
    }

    @Test(arguments: [
        "directory.corp.bind_password_credential", "directory.corp.bind_dn", "directory.corp.base", "agent.name",
        "socket.idle_timeout", "directory.corp.kind", "callers.portal.trust", "directory.corp.ca_file",
    ])
    func `a secret under the wrong key is not repeated`(_ keyPath: String) {
        let findings = SampleFile([keyPath: #""Sommer 2024, mit Semmel!""#]).findings
        #expect(!findings.isEmpty)
        #expect(!"\(findings)".contains("Sommer"))
    }

    @Test func `an odd key is told quoted and without its control characters`() {
        let findings = SampleFile.findings(in: SampleFile().text + #""a\u001b[31m b" = 1"#)
        #expect(findings.map(\.keyPath) == [#"directory.corp."a\u{1B}[31m b""#])
        #expect(findings.first?.line == 12)
    }

    @Test(arguments: ["Corp", "corp_1", "a\u{e9}", String(repeating: "a", count: 33)])
    func `a table with a name that does not fit is refused`(_ name: String) {
        let findings = SampleFile.findings(in: SampleFile().text + "[callers.\"\(name)\"]\ntrust = \"peer\"")
        #expect(findings.map(\.message) == ["a name is 1 to 32 of a-z, 0-9 and -"])
        #expect(findings.map(\.line) == [12])
    }

    @Test func `a key where named tables belong is told so`() {
        let findings = SampleFile(["directory.kind": #""openldap""#]).findings
        #expect(
            findings.map(\.description) == [
                "directory.kind: must be a table, [directory.kind], not a text (line 13)"
            ])
    }

    @Test func `a value where a table belongs is told so`() {
        #expect(
            SampleFile.findings(in: "agent = 1\ncallers = 2\n").prefix(2).map(\.description) == [
                "agent: must be a table, [agent], not an integer (line 1)",
                "callers: must be given as tables, [callers.NAME] (line 2)",
            ])
    }
}
