import Foundation
import TestSupport
import Testing

@Suite("A clock that is set", .serialized)
struct ClockTests {
    /// A stage whose daemon goes by a clock that ``set(_:_:)`` sets while it runs (faketime(1)).
    private func stage() async throws -> (SignedStage, String) {
        let offset = "\(Repository.temporary)/clock-\(UInt32.random(in: 0 ... .max))"
        try set(offset, "+0")
        var changes = DaemonChanges()
        changes.environment = [
            "LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "FAKETIME_TIMESTAMP_FILE=\(offset)",
            "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
        ]
        // The library gives its first program another environment block, before which Swift would look for arguments.
        changes.launcher = ["/usr/bin/env"]
        return (try await SignedStage(changes: changes), offset)
    }

    private func set(_ file: String, _ offset: String) throws {
        try offset.write(toFile: file, atomically: true, encoding: .utf8)
    }

    @Test(
        "with the clock an hour off no signed request is taken, and both times are told; afterwards all is as before",
        arguments: [("+3600", "token_expired"), ("-3600", "token_not_yet_valid")])
    func anHourOff(_ offset: String, _ code: String) async throws {
        let (stage, clock) = try await stage()
        defer { unlink(clock) }
        let settled = try stage.reset("alice", to: "Correct-Horse-9")
        let first = try stage.send(settled)
        #expect(first["outcome"] == "applied", "\(first.body)")

        try set(clock, offset)
        let request = try stage.reset("bob", to: "Correct-Horse-9")
        let refused = try stage.send(request)
        #expect(refused["code"] == code, "\(refused.body)")
        #expect(refused["parameters.now"] != nil, "\(refused.body)")
        #expect(try stage.writes(of: request) == 0)
        // A replay is a request like any other: its signature must be in time.
        #expect(try stage.send(settled)["code"] == code)
        // What is asked without a signature is answered, and a caller that goes by the agent's clock is served.
        #expect(try stage.recorded(settled).body == first.body)
        let now = Int(Date().timeIntervalSince1970) + (Int(offset) ?? 0)
        let times: [String: any Sendable] = ["iat": now, "exp": now + 120, "auth_time": now]
        let again = try stage.send(settled, times)
        #expect(again.isReplayed)
        #expect(again.answer == first.body)
        #expect(try stage.send(request, times)["outcome"] == "applied")

        try set(clock, "+0")
        #expect(try stage.send(request).isReplayed)
        #expect(try stage.writes(of: request) == 1)
        try await expectRecords(stage)
    }

    private func expectRecords(_ stage: SignedStage) async throws {
        let process = stage.daemon.pid
        stage.daemon.stop()
        for name in ["faketime_shm_\(process)", "sem.faketime_sem_\(process)"] { unlink("/dev/shm/" + name) }
        let ledger = try LedgerRecords(of: stage.daemon)
        #expect(ledger.isIntact)
        ledger.expectAll(in: try await stage.journald.entries())
    }

    @Test("a clock that jumps while a request is under way neither ends it nor changes what it comes to")
    func jumps() async throws {
        let (stage, clock) = try await stage()
        defer { unlink(clock) }
        try stage.send(stage.unlock("carol"))
        for offset in ["+3600", "-3600"] {
            let request = try stage.reset("alice", to: "Jump\(offset)-password")
            try await stage.slapd.freeze()
            async let reply = stage.sendAside(request)
            try await stage.daemon.wait(until: "it is under way") {
                try stage.recorded(request)["outcome"] == "in_progress"
            }
            try set(clock, offset)
            #expect(try stage.daemon.get("/v1/health").status == 200)
            #expect(try stage.recorded(request)["outcome"] == "in_progress")
            try await stage.slapd.thaw()
            #expect(try await reply?["outcome"] == "applied")
            try set(clock, "+0")
            #expect(try stage.send(request).isReplayed)
        }
        #expect(try stage.slapd.writes(to: "userPassword", of: "alice") == 2)
        try await expectRecords(stage)
    }
}
