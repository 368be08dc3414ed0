import AgentConfiguration
import Testing

@Suite struct ReportTests {
    @Test func `everything is found at once and told in the order of the file`() {
        let toml = #"""
            [directory.corp]
            kind = "openldap"
            server = ["ldaps://a.example.org"]
            base = 7
            bind_dn = "cn=writeback,dc=example,dc=org"
            bind_password_credential = "corp"
            waiting = -1

            [socket]
            connections = "many"
            [agent]
            name = ""
            """#
        #expect(
            SampleFile.findings(in: toml).map(\.description) == [
                "directory.corp.servers: required (line 1)",
                #"directory.corp.server: unknown key; did you mean "servers"? (line 3)"#,
                "directory.corp.base: must be a text in quotes, not an integer (line 4)",
                "directory.corp.waiting: must be 0 to 1024 (line 7)",
                "socket.connections: must be an integer, not a text (line 10)",
                "agent.name: must be 1 to 64 of letters, digits, '.' and '-' (line 12)",
                "callers: at least one [callers.NAME] is required",
            ])
    }

    @Test func `an empty file is told everything it lacks`() {
        #expect(
            SampleFile.findings(in: "").map(\.description) == [
                "agent.name: required",
                "callers: at least one [callers.NAME] is required",
                "directory: at least one [directory.NAME] is required",
            ])
    }

    @Test func `the error's description has a line for each finding`() throws {
        let error = #expect(throws: ConfigurationError.self) { try Settings.parse("") }
        #expect(try #require(error).description.split(separator: "\n").count == 3)
    }

    @Test func `an element of a list over several lines is told with its own line`() {
        let findings = SampleFile(["directory.corp.servers": "[\n  \"ldaps://a.example.org\",\n  7,\n]"]).findings
        #expect(findings.map(\.keyPath) == ["directory.corp.servers[1]"])
        #expect(findings.map(\.line) == [10])
    }

    @Test func `a warning alone is accepted and handed on`() throws {
        let settings = try SampleFile([
            "operations.reset": "false", "operations.unlock": "false", "operations.change": "false",
            "operations.status": "false",
        ]).settings()
        #expect(
            settings.warnings.map(\.description) == [
                "operations: warning: every operation is off; all requests will be refused (line 12)"
            ])
    }

    @Test func `warnings are told beside errors too`() {
        let findings = SampleFile([
            "agent.name": nil, "directory.corp.bind_dn": #""cn=admin,dc=example,dc=org""#,
        ]).findings
        #expect(findings.map(\.severity) == [.error, .warning])
    }
}
