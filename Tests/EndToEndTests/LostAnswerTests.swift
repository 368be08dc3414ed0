import LDAPClient
import TestSupport
import Testing

@Suite("Answers that never arrive", .serialized)
struct LostAnswerTests {
    /// The RFC 3062 request, by its OID.
    private static let passwordModify = "1.3.6.1.4.1.4203.1.11.1"

    private func stage() async throws -> (Stage, CuttingProxy) {
        let slapd = try await Slapd()
        let proxy = try CuttingProxy(target: try ServerAddress(slapd["LDAP_URL"]).port)
        var changes = DaemonChanges()
        changes.server = "ldap://127.0.0.1:\(proxy.port)"
        return (try await Stage(slapd: slapd, changes: changes), proxy)
    }

    @Test("a write whose answer was lost is looked up on the same server, and told as applied when it is there")
    func answerLost() async throws {
        let (stage, proxy) = try await stage()
        proxy.cut(at: Self.passwordModify, .beforeAnswer)
        let reply = try stage.reset("alice", to: "Correct-Horse-9")
        #expect(reply["outcome"] == "applied", "\(reply.body)")
        #expect(reply["verified_by"] == "bind")
        #expect(try await stage.signsIn("alice", "Correct-Horse-9"))
    }

    @Test("a connection that breaks after the answer does not make an applied write unknown")
    func brokenAfterwards() async throws {
        let (stage, proxy) = try await stage()
        proxy.cut(at: Self.passwordModify, .afterAnswer)
        let reply = try stage.reset("alice", to: "Correct-Horse-9")
        #expect(reply["outcome"] == "applied", "\(reply.body)")
    }

    @Test("a connection that breaks between a reset and its must-change still sets it")
    func brokenBeforeMustChange() async throws {
        let (stage, proxy) = try await stage()
        proxy.cut(at: Self.passwordModify, .afterAnswer)
        let reply = try stage.reset("alice", to: "Correct-Horse-9", #""must_change":true"#)
        #expect(reply["must_change"] == "true", "\(reply.body)")
        #expect(try await stage.value("pwdReset", of: "alice") == "TRUE")
    }

    @Test("an unlock whose answer was lost is told as applied when the lock is gone")
    func unlockLost() async throws {
        let (stage, proxy) = try await stage()
        try await stage.lock("alice")
        proxy.cut(at: "pwdAccountLockedTime1", .beforeAnswer)
        let reply = try stage.ask("unlock", "alice")
        #expect(reply["outcome"] == "applied", "\(reply.body)")
        #expect(try await stage.signsIn("alice", Slapd.startPassword("alice")))
    }

    @Test("a refused write whose answer was lost is unknown, and the password stays")
    func refusalLost() async throws {
        let (stage, proxy) = try await stage()
        proxy.cut(at: Self.passwordModify, .beforeAnswer)
        let reply = try stage.reset("alice", to: "short")
        #expect(reply.status == 504)
        #expect(reply["outcome"] == "unknown")
        #expect(reply["parameters.cause"] == "connection_lost")
        #expect(try await stage.signsIn("alice", Slapd.startPassword("alice")))
        let told = try await stage.journald.entries("WRITEBACK_OUTCOME=unknown")
        #expect(told.count == 1)
    }
}
