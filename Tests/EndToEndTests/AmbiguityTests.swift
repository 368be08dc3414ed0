import TestSupport
import Testing

@Suite("Accounts with difficult names", .serialized)
struct AmbiguityTests {
    let stage: Stage

    init() async throws {
        var changes = DaemonChanges()
        changes.directory = #"account_attributes = ["uid", "mail"]"#
        stage = try await Stage(changes: changes)
    }

    @Test("a name that two accounts share is refused and touches neither")
    func twins() async throws {
        let before = try await (stage.value("entryCSN", of: "ivan"), stage.value("entryCSN", of: "judy"))
        let reply = try stage.reset("twin@example.test", to: "Correct-Horse-9")
        #expect(reply.status == 409)
        #expect(reply["code"] == "account_ambiguous")
        #expect(try await (stage.value("entryCSN", of: "ivan"), stage.value("entryCSN", of: "judy")) == before)
    }

    @Test(
        "names with the characters that filters and DNs reserve reach exactly their account",
        arguments: [#"a*b(c)\d"#, "odd", "Zoë", "alice@example.test"])
    func odd(_ name: String) throws {
        let reply = try stage.reset(name, to: "Correct-Horse-9")
        #expect(reply["outcome"] == "applied")
    }

    @Test(
        "passwords arrive byte for byte",
        arguments: [
            #"quote\"and\\back"#, "späßchen-über", "emoji-🔑-🐎-ok", "e\u{301}-combining", "  spaces inside  ",
            "dollar$and%percent", "ends-with-colon:",
        ])
    func passwords(_ password: String) async throws {
        #expect(try stage.reset("bob", to: password)["outcome"] == "applied")
        let plain = password.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        #expect(try await stage.signsIn("bob", plain))
    }
}
