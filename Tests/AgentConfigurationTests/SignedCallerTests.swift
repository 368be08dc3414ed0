import AgentConfiguration
import Testing

@Suite struct SignedCallerTests {
    private func told(_ file: SampleFile) -> [String] {
        file.findings.map { "\($0.keyPath): \($0.message)" }
    }

    private func signature(_ edits: KeyValuePairs<String, String?> = [:]) throws -> SignatureSettings {
        let caller = try #require(try SampleFile.signed(edits).settings().callers.first)
        #expect(caller.trust == .signature)
        return try #require(caller.signature)
    }

    @Test func `a caller that signs has an issuer and keys, and the defaults for the rest`() throws {
        let signature = try signature()
        #expect(signature.issuer == "https://cloud.example.org")
        #expect(signature.keyFiles == ["/etc/writebackd/cloud.jwks"])
        #expect(signature.maximumAuthenticationAge == .seconds(900))
        #expect(signature.requiresAuthenticationTime)
    }

    @Test func `what the table says takes the place of the defaults`() throws {
        let signature = try signature([
            "callers.cloud.keys": #"["/old.pem", "/new.pem"]"#, "callers.cloud.max_auth_age": #""1d""#,
            "callers.cloud.require_auth_time": "false",
        ])
        #expect(signature.keyFiles == ["/old.pem", "/new.pem"])
        #expect(signature.maximumAuthenticationAge == .seconds(86400))
        #expect(!signature.requiresAuthenticationTime)
    }

    @Test(arguments: ["issuer", "keys"])
    func `without issuer or keys nothing could be verified`(_ key: String) {
        #expect(told(.signed(["callers.cloud.\(key)": nil])) == ["callers.cloud.\(key): required"])
    }

    static let tooMany = "[\((0...8).map { "\"/\($0).pem\"" }.joined(separator: ", "))]"

    @Test(arguments: [
        ("issuer", #""""#, "issuer: must be 1 to 256 visible ASCII characters, without spaces"),
        ("issuer", #""a b""#, "issuer: must be 1 to 256 visible ASCII characters, without spaces"),
        ("issuer", #""a\u007F""#, "issuer: must be 1 to 256 visible ASCII characters, without spaces"),
        ("issuer", #""caf\u00E9""#, "issuer: must be 1 to 256 visible ASCII characters, without spaces"),
        (
            "issuer", "\"\(String(repeating: "a", count: 257))\"",
            "issuer: must be 1 to 256 visible ASCII characters, without spaces"
        ),
        ("keys", "[]", "keys: must have 1 to 8 elements, not 0"),
        ("keys", tooMany, "keys: must have 1 to 8 elements, not 9"),
        ("keys", #"["/a.pem", "b.pem"]"#, "keys[1]: must be an absolute path"),
        ("keys", #"["/a.pem", "/a.pem"]"#, "keys[1]: repeats keys[0]"),
        ("max_auth_age", #""59s""#, "max_auth_age: must be 1m to 1d"),
        ("max_auth_age", #""25h""#, "max_auth_age: must be 1m to 1d"),
        ("require_auth_time", #""no""#, "require_auth_time: must be true or false, not a text"),
    ])
    func `a wrong value is told with its key`(_ key: String, _ value: String, _ finding: String) {
        #expect(told(.signed(["callers.cloud.\(key)": value])) == ["callers.cloud.\(finding)"])
    }

    @Test(arguments: ["!", "~", String(repeating: "a", count: 256)])
    func `an issuer may be anything that is visible and not too long`(_ issuer: String) throws {
        #expect(try signature(["callers.cloud.issuer": "\"\(issuer)\""]).issuer == issuer)
    }

    @Test func `keys for signatures are findings where the peer is trusted`() {
        let findings = SampleFile([
            "callers.portal.issuer": #""a""#, "callers.portal.keys": "[]", "callers.portal.max_auth_age": #""15m""#,
            "callers.portal.require_auth_time": "true",
        ]).findings
        #expect(
            findings.map(\.keyPath) == [
                "callers.portal.issuer", "callers.portal.keys", "callers.portal.max_auth_age",
                "callers.portal.require_auth_time",
            ])
        #expect(findings.allSatisfy { $0.message == #"has no meaning with trust = "peer"; remove it"# })
    }

    @Test func `while the trust is wrong, its keys are checked but not demanded`() {
        #expect(told(.signed(["callers.cloud.trust": nil])) == ["callers.cloud.trust: required"])
        #expect(
            told(.signed(["callers.cloud.trust": #""jwt""#, "callers.cloud.issuer": nil, "callers.cloud.keys": nil]))
                == [#"callers.cloud.trust: must be "peer" or "signature""#])
        #expect(
            told(.signed(["callers.cloud.trust": nil, "callers.cloud.keys": #"["a.pem"]"#]))
                == ["callers.cloud.trust: required", "callers.cloud.keys[0]: must be an absolute path"])
    }

    @Test func `an issuer with a typing mistake in its key is told which was meant`() {
        #expect(
            told(.signed(["callers.cloud.require_authtime": "true"])) == [
                #"callers.cloud.require_authtime: unknown key; did you mean "require_auth_time"?"#
            ])
    }

    @Test func `two callers with one issuer could not be told apart`() {
        #expect(
            told(Self.pair(issuer: "https://cloud.example.org")) == [
                "callers.other.issuer: is that of callers.cloud already; an issuer must be exactly one caller"
            ])
        #expect(told(Self.pair(issuer: "https://cloud.example.org/")).isEmpty)
    }

    /// Two callers that sign, behind one tunnel.
    static func pair(issuer: String = "b", users: String = #"["www-data"]"#) -> SampleFile {
        .signed([
            "callers.other.trust": #""signature""#, "callers.other.issuer": "\"\(issuer)\"",
            "callers.other.keys": #"["/b.pem"]"#, "callers.other.users": users,
        ])
    }
}
