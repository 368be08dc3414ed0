import AgentConfiguration
import Testing

@Suite struct SyntaxTests {
    @Test func `a fault in the syntax is the only finding, with its line and column`() {
        let findings = SampleFile.findings(in: "[agent]\nname = \"a\"\nname = \"b\"\n")
        #expect(findings.map(\.description) == ["not valid TOML at column 1: name is given twice (line 3)"])
    }

    @Test func `a NUL, which would cut a value short wherever it is handed to C, is refused`() {
        #expect(SampleFile(["agent.contact": "\"a\u{0}b\""]).findings.map(\.line) == [3])
        #expect(SampleFile(["agent.contact": #""a\u0000b""#]).findings.map(\.line) == [3])
    }

    @Test func `all ways of writing the same file give the same settings`() throws {
        let compact = #"""
            agent = { name = 'test.example.org' }
            callers.portal = { trust = "peer", users = ["www-data",
            ] }
            directory."corp".kind = """auto"""
            directory.corp.servers = ["ldaps://ldap1.example.org"]
            directory.corp.base = "ou=people,dc=example,dc=org"
            directory.corp.bind_dn = "cn=writeback,dc=example,dc=org"
            directory.corp.bind_password_credential = "corp"
            """#
        #expect(try Settings.parse(compact) == SampleFile().settings())
        let carriage = SampleFile().text.replacing("\n", with: "\r\n")
        #expect(try Settings.parse(carriage) == SampleFile().settings())
    }
}
