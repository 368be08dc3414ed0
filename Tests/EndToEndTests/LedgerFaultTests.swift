import Foundation
import TestSupport
import Testing

@Suite("A ledger that takes no records", .serialized)
struct LedgerFaultTests {
    /// A stage with its ledger on a file system of its own.
    private func stage(isProxied: Bool = false) async throws -> (SignedStage, Tmpfs) {
        let disk = try await Tmpfs(mebibytes: 40)
        var changes = DaemonChanges()
        changes.ledgerPath = disk.path + "/ledger.db"
        return (try await SignedStage(isProxied: isProxied, changes: changes), disk)
    }

    /// Expects that a write is refused for want of a record, that nothing is written, and that health gives the reason.
    private func expectNothingWritten(_ stage: SignedStage, reason: String) async throws {
        let requests = [
            try stage.reset("alice", to: "Correct-Horse-9"),
            try stage.change("bob", from: Slapd.startPassword("bob"), to: "Correct-Horse-9"), stage.unlock("carol"),
        ]
        for request in requests {
            let reply = try stage.send(request)
            #expect(reply.status == 503)
            #expect(reply["code"] == "audit_unavailable", "\(reply.body)")
            #expect(reply["outcome"] == "not_applied")
            #expect(try stage.writes(of: request) == 0)
        }
        #expect(try await stage.stage.signsIn("alice", Slapd.startPassword("alice")))
        #expect(try stage.daemon.rotate()["code"] == "audit_unavailable")
        #expect(stage.daemon.bindPasswords.isEmpty)
        let health = try stage.daemon.get("/v1/health")
        #expect(health.status == 503)
        #expect(health["status"] == "not_recording")
        #expect(health["ledger.reason"]?.contains(reason) == true, "\(health.body)")
        try await stage.daemon.wait(until: "the journal is told") {
            try await stage.journald.entries().contains { $0["MESSAGE"]?.contains(reason) == true }
        }
    }

    private func expectApplied(_ request: SignedRequest, _ stage: SignedStage) async throws {
        try await stage.daemon.wait(until: "it records again") {
            try stage.daemon.get("/v1/health")["status"] == "ready"
        }
        #expect(try stage.send(request)["outcome"] == "applied")
        #expect(try stage.writes(of: request) == 1)
    }

    @Test("a full disk stops writes before they begin, and they go on by themselves when there is room")
    func fullDisk() async throws {
        let (stage, disk) = try await stage()
        #expect(try stage.send(try stage.reset("dave", to: "Correct-Horse-9"))["outcome"] == "applied")
        try disk.fill()
        let request = try stage.reset("niaj", to: "Correct-Horse-9")
        #expect(try stage.send(request)["code"] == "audit_unavailable")
        try await expectNothingWritten(stage, reason: "MiB left")
        disk.empty()
        try await expectApplied(request, stage)
        #expect(try LedgerRecords(path: disk.path + "/ledger.db").isIntact)
    }

    @Test("a disk that fills up while a write is under way leaves it unknown, and it is told truly when there is room")
    func filledMeanwhile() async throws {
        let (stage, disk) = try await stage(isProxied: true)
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        stage.proxy.hold(.answer, of: SignedStage.passwordModify)
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "the answer is held") { stage.proxy.isHolding }
        try disk.fill()
        stage.proxy.release()
        // There may be room in the file itself for this one record.
        let answer = try #require(try await reply)
        #expect(["applied", "unknown"].contains(answer["outcome"]), "\(answer.body)")
        disk.empty()
        try await expectApplied(request, stage)
        #expect(try LedgerRecords(path: disk.path + "/ledger.db").isIntact)
    }

    @Test("on a read-only disk nothing is written; the agent starts all the same, and goes on when it may write")
    func readOnly() async throws {
        let (stage, disk) = try await stage()
        stage.daemon.stop()
        try await disk.setReadOnly(true)
        try await stage.daemon.start()
        try await expectNothingWritten(stage, reason: "tried again every second")
        try await disk.setReadOnly(false)
        try await expectApplied(try stage.reset("niaj", to: "Correct-Horse-9"), stage)
    }

    @Test("a ledger that was cut short or altered is not used, and the way out is told", arguments: [true, false])
    func damaged(isCut: Bool) async throws {
        let stage = try await SignedStage()
        for number in 0..<20 { try stage.send(try stage.reset("dave", to: "Correct-Horse-\(number)")) }
        stage.daemon.stop()
        let path = stage.daemon.folder + "/ledger.db"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        if isCut {
            bytes.removeLast(bytes.count / 2)
        } else {
            let place = try #require(bytes.range(of: Data("WRITEBACK_OUTCOME=applied".utf8)))
            bytes[place.upperBound - 1] ^= 1
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        try await stage.daemon.start()
        try await expectNothingWritten(stage, reason: "move the file away")
        stage.daemon.stop()
        try FileManager.default.moveItem(atPath: path, toPath: path + ".damaged")
        try await stage.daemon.start()
        try await expectApplied(try stage.reset("alice", to: "Correct-Horse-9"), stage)
    }

    @Test("any one byte that is flipped in the ledger's file is found at the start, or does no harm", arguments: 0..<12)
    func flipped(_ number: Int) async throws {
        let stage = try await SignedStage()
        let request = try stage.reset("dave", to: "Correct-Horse-9")
        let first = try stage.send(request)
        stage.daemon.stop()
        let path = stage.daemon.folder + "/ledger.db"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = (bytes.count * number + bytes.count / 2) / 12
        bytes[place] ^= 0x55
        try bytes.write(to: URL(fileURLWithPath: path))
        try await stage.daemon.start()
        let reply = try stage.send(request)
        let isFound = reply["code"] == "audit_unavailable" || reply["code"] == "request_conflict"
        #expect(isFound || reply.answer == first.body, "byte \(place): \(reply.body)")
        #expect(try stage.writes(of: request) == 1, "byte \(place)")
    }

    @Test("a second agent on the same ledger is refused with the reason, and the first goes on unharmed")
    func secondAgent() async throws {
        let stage = try await SignedStage()
        var changes = DaemonChanges()
        (changes.cloud, changes.ledgerPath) = (stage.cloud, stage.daemon.folder + "/ledger.db")
        let second = try await Daemon(slapd: stage.slapd, journald: stage.journald, changes: changes)
        let health = try second.get("/v1/health")
        #expect(health["status"] == "not_recording")
        #expect(health["ledger.reason"]?.contains("another agent has the ledger") == true, "\(health.body)")
        let id = Stage.newID()
        let sealed = try stage.cloud.seal("Correct-Horse-9", for: id, to: second)
        let token = try stage.cloud.token("reset", "alice", ["new_password": sealed], id: id)
        #expect(try second.post(token: token)["code"] == "audit_unavailable")
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        #expect(try stage.send(request)["outcome"] == "applied")
        #expect(try stage.writes(of: request) == 1)
        #expect(try LedgerRecords(of: stage.daemon).isIntact)
        stage.daemon.stop()
        try await second.wait(until: "the second takes over") { try second.get("/v1/health")["status"] == "ready" }
        #expect(try LedgerRecords(of: stage.daemon).isIntact)
    }
}
