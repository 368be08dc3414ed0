import FaultPoints
import TestSupport
import Testing

/// Writes without a known end, where a look at the entry does not tell all.
@Suite("What a look at the directory does not prove", .serialized)
struct UncertainTruthTests {
    /// Ends the daemon at a step of `request` and starts it again.
    private func lose(_ request: SignedRequest, at point: FaultPoint, _ stage: SignedStage) async throws {
        stage.daemon.stop()
        try await stage.daemon.start(endingAt: point.rawValue)
        #expect(throws: TestFailure.self) { try stage.send(request) }
        try await stage.daemon.waitForEnd()
        try await stage.daemon.start()
    }

    /// Takes from the agent the right to read an attribute; it can still write it.
    private func hide(_ attribute: String, _ stage: SignedStage) async throws {
        try await stage.stage.configure(
            """
            add: olcAccess
            olcAccess: {0}to attrs=\(attribute) by dn.exact="\(stage.slapd["SERVICE_DN"])" =z by * none
            """)
    }

    @Test("a write that does not show is unknown for the whole settling time, and is not written again meanwhile")
    func settling() async throws {
        var changes = DaemonChanges()
        changes.settlingTime = "10m"
        let stage = try await SignedStage(changes: changes)
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        try await lose(request, at: .intentRecorded, stage)
        for _ in 0..<2 {
            let reply = try stage.send(request)
            #expect(reply["outcome"] == "unknown", "\(reply.body)")
            #expect(reply["parameters.cause"] == "agent_stopped")
        }
        #expect(try stage.writes(of: request) == 0)
    }

    @Test("an unlock whose lock may not be read is not told as applied")
    func hiddenLock() async throws {
        let stage = try await SignedStage()
        try await stage.stage.lock("alice")
        try await hide("pwdAccountLockedTime", stage)
        let request = stage.unlock("alice")
        try await lose(request, at: .intentRecorded, stage)
        let reply = try stage.send(request)
        #expect(reply["outcome"] == "unknown", "\(reply.body)")
        #expect(try await !stage.stage.signsIn("alice", Slapd.startPassword("alice")))
    }

    @Test("without the right to read the time of the change, a write that was done is found, and not repeated")
    func hiddenTime() async throws {
        let stage = try await SignedStage()
        try await hide("pwdChangedTime", stage)
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        try await lose(request, at: .answered, stage)
        let reply = try stage.send(request)
        #expect(reply["outcome"] == "applied", "\(reply.body)")
        #expect(try stage.writes(of: request) == 1)
    }
}
