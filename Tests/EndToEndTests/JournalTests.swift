import LDAPClient
import TestSupport
import Testing

@Suite("What the journal is told", .serialized)
struct JournalTests {
    @Test("a reset leaves its intent and its outcome, with who, what, for whom, how verified")
    func entries() async throws {
        let stage = try await Stage()
        let reply = try stage.reset(
            "alice", to: "Correct-Horse-9", #""amr":["sms","otp"],"client":"web","captcha":true"#, id: "j1")
        let entries = try await stage.journald.entries("WRITEBACK_REQUEST_ID=j1")
        #expect(entries.count == 2)
        #expect(entries.first?["WRITEBACK_CHANGE_MARK"] != nil)
        #expect(Set(entries.compactMap { $0["MESSAGE_ID"] }).count == 2)
        let outcome = try #require(entries.last)
        #expect(outcome["WRITEBACK_OUTCOME"] == "applied")
        #expect(outcome["WRITEBACK_CORRELATION_ID"] == reply["correlation_id"])
        #expect(outcome["WRITEBACK_CALLER"] == "test")
        #expect(outcome["WRITEBACK_PEER_UID"] == "0")
        #expect(outcome["WRITEBACK_METHODS"] == "sms otp")
        #expect(outcome["WRITEBACK_CLIENT"] == "web")
        #expect(outcome["WRITEBACK_CAPTCHA"] == "true")
        #expect(outcome["WRITEBACK_ACCOUNT"] == "alice")
        #expect(outcome["WRITEBACK_ACCOUNT_ID"] == reply["account.id"])
        #expect(outcome["WRITEBACK_DIRECTORY"] == "corp")
        #expect(outcome["PRIORITY"] == "5")
    }

    @Test("a refusal is one entry with its code and numbers")
    func refusal() async throws {
        let stage = try await Stage()
        try stage.reset("alice", to: "short", id: "j2")
        let refused = try await stage.journald.entries("WRITEBACK_REQUEST_ID=j2", "WRITEBACK_OUTCOME=refused")
        #expect(refused.count == 1)
        #expect(refused.first?["WRITEBACK_CODE"] == "password_too_short")
        #expect(refused.first?["WRITEBACK_MIN"] == "10")
    }

    @Test("without any journal requests are carried out, recorded in the ledger, and health says what is missing")
    func noJournal() async throws {
        let slapd = try await Slapd()
        let daemon = try await Daemon(slapd: slapd, journald: nil)
        let reply = try daemon.post(
            #"{"jti":"j3","op":"reset","account":{"name":"alice"},"new_password":"Correct-Horse-9"}"#)
        #expect(reply["outcome"] == "applied", "\(reply.body)")
        let connection = try await slapd.connect(as: try slapd.credentials("alice", "Correct-Horse-9"))
        await connection.close()
        let health = try daemon.get("/v1/health")
        #expect(health["journal.status"] == "failing")
        #expect(health["status"] == "degraded")
        #expect(LedgerRecords.applied(try LedgerRecords(of: daemon).records(of: "j3")) == 1)
    }

    @Test("no password ever reaches the journal or the daemon's output")
    func noSecrets() async throws {
        let stage = try await Stage()
        let secrets = ["Hidden-Reset-77", "Hidden-Current-77", "Hidden-New-77", "short-H77"]
        try stage.reset("alice", to: secrets[0])
        try stage.change("alice", from: secrets[1], to: secrets[2])
        try stage.change("alice", from: secrets[0], to: secrets[2])
        try stage.reset("bob", to: secrets[3])
        _ = try stage.daemon.post(#"{"new_password":"Hidden-Reset-77","new_password":"Hidden-New-77"}"#)
        _ = try stage.daemon.post(#"{"jti":"x","op":"reset","account":{"name":"bob"},"new_password":"Hidden-New-77""#)
        stage.daemon.stop()
        let told = try await stage.journald.everything() + stage.daemon.output
        for secret in secrets + [stage.slapd["SERVICE_PASSWORD"]] { #expect(!told.contains(secret)) }
    }
}
