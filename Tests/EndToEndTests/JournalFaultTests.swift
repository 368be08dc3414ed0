import Foundation
import TestSupport
import Testing

@Suite("A journal that is away", .serialized)
struct JournalFaultTests {
    /// Sends so many resets for one person after the other, which must all be applied; answers with their identifiers.
    @discardableResult
    private func send(_ count: Int, _ stage: SignedStage, _ word: String) throws -> Set<String> {
        let requests = try (0..<count).map { try stage.reset("alice", to: "\(word)-password-\($0)") }
        for request in requests {
            let reply = try stage.send(request)
            #expect(reply["outcome"] == "applied", "\(reply.body)")
        }
        return Set(requests.map(\.id))
    }

    /// The requests whose end the journal was told in time, or late.
    private func told(isLate: Bool, _ stage: SignedStage) async throws -> Set<String> {
        let entries = try await stage.journald.entries("WRITEBACK_OUTCOME=applied")
        return Set(entries.filter { ($0["WRITEBACK_LATE"] == "1") == isLate }.compactMap { $0["WRITEBACK_REQUEST_ID"] })
    }

    private func expectEverythingTold(_ stage: SignedStage) async throws {
        try await stage.daemon.wait(until: "it is ready") { try stage.daemon.get("/v1/health")["status"] == "ready" }
        let ledger = try LedgerRecords(of: stage.daemon)
        try await stage.daemon.wait(until: "the journal has everything") {
            try await !stage.journald.entries("WRITEBACK_SEQUENCE=\(ledger.last)").isEmpty
        }
        #expect(ledger.isIntact)
        ledger.expectAll(in: try await stage.journald.entries())
    }

    @Test("while it is down requests go on, and afterwards it is told everything late and in order")
    func down() async throws {
        let stage = try await SignedStage()
        let before = try send(3, stage, "Before")
        try await expectEverythingTold(stage)
        try await stage.journald.kill()
        let meanwhile = try send(10, stage, "Meanwhile")
        try await stage.daemon.wait(until: "health says so") {
            try stage.daemon.get("/v1/health")["status"] == "degraded"
        }
        #expect(try stage.daemon.get("/v1/health")["journal.status"] == "failing")
        try await stage.journald.restart()
        try await expectEverythingTold(stage)
        #expect(try await told(isLate: false, stage) == before)
        #expect(try await told(isLate: true, stage).isSuperset(of: meanwhile))
        #expect(try await stage.journald.entries().contains { $0["WRITEBACK_LATE_ENTRIES"] != nil })
        let after = try send(1, stage, "Afterwards")
        try await expectEverythingTold(stage)
        #expect(try await told(isLate: false, stage) == before.union(after))
    }

    @Test("while it hangs requests go on, and afterwards it is told everything in order")
    func frozen() async throws {
        let stage = try await SignedStage()
        try await stage.journald.freeze()
        var count = 0
        // Its socket takes some before it hangs.
        while try stage.daemon.get("/v1/health")["journal.status"] != "failing", count < 2000 {
            try send(1, stage, "Frozen-\(count)")
            count += 1
        }
        #expect(try stage.daemon.get("/v1/health")["status"] == "degraded")
        let hanging = try send(5, stage, "Hanging")
        try await stage.journald.thaw()
        try await expectEverythingTold(stage)
        #expect(try await told(isLate: true, stage).isSuperset(of: hanging))
    }

    @Test("one that dies and comes back again and again under load misses nothing")
    func restartedUnderLoad() async throws {
        let stage = try await SignedStage(people: 4)
        let isOver = Flag()
        let sent = try await withThrowingTaskGroup(of: Int.self) { group in
            for person in 1...4 {
                group.addTask { try await OwnThread.run { try Self.load(stage, person) { isOver.isSet } } }
            }
            for _ in 0..<5 { try await stage.journald.restart() }
            isOver.set()
            return try await group.reduce(0, +)
        }
        #expect(sent > 0)
        let ledger = try LedgerRecords(of: stage.daemon)
        #expect(ledger.all.count { $0["WRITEBACK_OUTCOME"] == "applied" } == sent)
        try await expectEverythingTold(stage)
    }

    /// - Returns: How many requests were sent; each must be applied.
    private static func load(_ stage: SignedStage, _ person: Int, until isOver: () -> Bool) throws -> Int {
        var count = 0
        while !isOver() {
            count += 1
            let reply = try stage.send(try stage.reset(SignedStage.person(person), to: "Load-password-\(count)"))
            #expect(reply["outcome"] == "applied", "\(reply.body)")
        }
        return count
    }

    @Test("what an agent could not tell before it ended is told by the next one, marked as late")
    func toldByTheNext() async throws {
        let stage = try await SignedStage()
        try await stage.journald.kill()
        let untold = try send(3, stage, "Untold")
        stage.daemon.kill()
        try await stage.journald.restart()
        try await stage.daemon.start()
        try await expectEverythingTold(stage)
        #expect(try await told(isLate: true, stage) == untold)
    }
}
