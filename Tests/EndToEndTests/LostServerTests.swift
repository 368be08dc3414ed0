import LDAPClient
import TestSupport
import Testing

@Suite("A directory that goes away in the middle of a write", .serialized)
struct LostServerTests {
    private static func stage() async throws -> SignedStage {
        var changes = DaemonChanges()
        changes.directory = "operation_timeout = \"1s\"\nconnect_timeout = \"1s\""
        return try await SignedStage(isProxied: true, changes: changes)
    }

    /// Expects that the same request comes to one end, written once; answers with it.
    @discardableResult
    private func expectOneEnd(_ request: SignedRequest, _ stage: SignedStage) async throws -> HTTPReply {
        try await stage.daemon.wait(until: "the request has an end") {
            try stage.send(request)["outcome"] == "applied"
        }
        let replies = try (0..<3).map { _ in try stage.send(request) }
        #expect(replies.allSatisfy { $0["outcome"] == "applied" && $0.isReplayed })
        #expect(Set(replies.map(\.answer)).count == 1)
        #expect(try stage.writes(of: request) == 1)
        let password = request.password ?? Slapd.startPassword(request.account)
        #expect(try await stage.stage.signsIn(request.account, password))
        #expect(LedgerRecords.applied(try LedgerRecords(of: stage.daemon).records(of: request.id)) == 1)
        return replies[0]
    }

    @Test(
        "a connection that is cut before, in the middle of or after the request leaves no doubt that lasts",
        arguments: [
            CuttingProxy.Moment.beforeRequest, .duringRequest, .beforeAnswer, .afterAnswer,
        ])
    func cut(_ moment: CuttingProxy.Moment) async throws {
        let stage = try await Self.stage()
        for request in [
            try stage.reset("alice", to: "Correct-Horse-9"),
            try stage.change("bob", from: Slapd.startPassword("bob"), to: "Correct-Horse-9"),
        ] {
            stage.proxy.cut(at: SignedStage.passwordModify, moment)
            let reply = try stage.send(request)
            let isDone = moment == .beforeAnswer || moment == .afterAnswer
            #expect(reply["outcome"] == (isDone ? "applied" : "unknown"), "\(reply.body)")
            #expect(try stage.writes(of: request) == (isDone ? 1 : 0))
            try await expectOneEnd(request, stage)
        }
    }

    @Test(
        "an unlock that is cut off is told truly, too",
        arguments: [CuttingProxy.Moment.beforeRequest, .duringRequest, .beforeAnswer])
    func unlockCut(_ moment: CuttingProxy.Moment) async throws {
        let stage = try await Self.stage()
        try await stage.stage.lock("alice")
        let request = stage.unlock("alice")
        // The value's tag follows: a search asks for the attribute, too, but not with one.
        stage.proxy.cut(at: "pwdAccountLockedTime1", moment)
        let reply = try stage.send(request)
        #expect(reply["outcome"] == (moment == .beforeAnswer ? "applied" : "unknown"), "\(reply.body)")
        try await expectOneEnd(request, stage)
    }

    @Test("a server that dies with the write done and not answered: told as done when it is back")
    func killedAfterWrite() async throws {
        let stage = try await Self.stage()
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        stage.proxy.hold(.answer, of: SignedStage.passwordModify)
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "the answer is held") { stage.proxy.isHolding }
        try await stage.slapd.kill()
        #expect(try await reply?["outcome"] == "unknown")
        stage.proxy.release()
        #expect(try stage.send(request)["outcome"] == "unknown")
        try await stage.slapd.restart()
        #expect(try await expectOneEnd(request, stage)["verified_by"] == "bind")
    }

    @Test("a server that dies before it has read the write: done when the request comes again")
    func killedBeforeWrite() async throws {
        let stage = try await Self.stage()
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        stage.proxy.hold(.request, of: SignedStage.passwordModify)
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "the request is held") { stage.proxy.isHolding }
        try await stage.slapd.kill()
        stage.proxy.release()
        #expect(try await reply?["outcome"] == "unknown")
        #expect(try stage.writes(of: request) == 0)
        try await stage.slapd.restart()
        try await expectOneEnd(request, stage)
    }

    @Test("a server that is frozen with the write in its hands carries it out when it thaws, and nobody does it again")
    func frozenWithWrite() async throws {
        let stage = try await Self.stage()
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        stage.proxy.hold(.request, of: SignedStage.passwordModify)
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "the request is held") { stage.proxy.isHolding }
        try await stage.slapd.freeze()
        stage.proxy.release()
        #expect(try await reply?["outcome"] == "unknown")
        #expect(try stage.send(request)["outcome"] == "unknown")
        try await stage.slapd.thaw()
        try await expectOneEnd(request, stage)
    }

    @Test("a request that waits for a server that thaws in time is simply carried out")
    func thawedInTime() async throws {
        let stage = try await SignedStage(isProxied: true)
        let request = try stage.change("alice", from: Slapd.startPassword("alice"), to: "Correct-Horse-9")
        stage.proxy.hold(.request, of: SignedStage.passwordModify)
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "the request is held") { stage.proxy.isHolding }
        try await stage.slapd.freeze()
        stage.proxy.release()
        #expect(try stage.recorded(request)["outcome"] == "in_progress")
        try await stage.slapd.thaw()
        #expect(try await reply?["outcome"] == "applied")
        try await expectOneEnd(request, stage)
    }
}
