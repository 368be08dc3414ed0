import AgentConfiguration
import Testing

@Suite struct KeyAndLedgerTests {
    private func told(_ edits: KeyValuePairs<String, String?>) -> [String] {
        SampleFile(edits).findings.map { "\($0.keyPath): \($0.message)" }
    }

    @Test func `the agent keeps its own keys and ledger unless told otherwise`() throws {
        let settings = try SampleFile().settings()
        #expect(settings.keys.source == .file("/var/lib/writebackd/keys.jwks"))
        #expect(settings.keys.curve == .p256)
        #expect(settings.keys.overlap == .seconds(7 * 86400))
        #expect(settings.ledger.path == "/var/lib/writebackd/ledger.db")
        #expect(settings.ledger.retention == .seconds(400 * 86400))
    }

    @Test func `what the file says takes the place of the defaults`() throws {
        let settings = try SampleFile([
            "keys.file": #""/srv/keys""#, "keys.curve": #""X25519""#, "keys.overlap": #""36h""#,
            "ledger.path": #""/srv/ledger""#, "ledger.retention": #""1d""#,
        ]).settings()
        #expect(settings.keys.source == .file("/srv/keys"))
        #expect(settings.keys.curve == .x25519)
        #expect(settings.keys.overlap == .seconds(36 * 3600))
        #expect(settings.ledger.path == "/srv/ledger")
        #expect(settings.ledger.retention == .seconds(86400))
    }

    @Test func `a ledger can be kept for ever`() throws {
        #expect(try SampleFile(["ledger.retention": #""forever""#]).settings().ledger.retention == nil)
    }

    @Test func `keys can come as a credential`() throws {
        let settings = try SampleFile(["keys.credential": #""agent-keys""#, "keys.overlap": #""1h""#]).settings()
        #expect(settings.keys.source == .credential("agent-keys"))
        #expect(settings.keys.overlap == .seconds(3600))
    }

    @Test func `with a credential there is no file and no curve to choose`() {
        #expect(
            told(["keys.credential": #""agent-keys""#, "keys.file": #""keys""#, "keys.curve": #""P-256""#]) == [
                "keys.file: has no meaning with credential; remove it",
                "keys.curve: has no meaning with credential; remove it",
            ])
    }
}
