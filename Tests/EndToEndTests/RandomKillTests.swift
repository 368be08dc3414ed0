import Foundation
import TestSupport
import Testing

@Suite("Two hundred ends at random, under load", .serialized)
struct RandomKillTests {
    private static let (kills, clients, peopleEach) = (200, 8, 8)

    @Test("no request is written twice or told wrongly, and every one comes to its end")
    func randomKills() async throws {
        var random = SeededGenerator(seed: UInt64.random(in: 0 ... .max))
        print("seed of the random ends: \(random.seed)")
        let stage = try await SignedStage(people: Self.clients * Self.peopleEach)
        let callers = (0..<Self.clients).map { number in
            RandomCaller(
                stage, seed: random.next(),
                people: (1...Self.peopleEach).map { SignedStage.person(number * Self.peopleEach + $0) })
        }
        let isOver = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in callers {
                group.addTask { try await OwnThread.run { caller.run { isOver.isSet } } }
            }
            for _ in 0..<Self.kills { try await killAndStart(stage.daemon, &random) }
            isOver.set()
            try await group.waitForAll()
        }
        let requests = callers.flatMap(\.done)
        print("\(requests.count) requests came to their end")
        #expect(callers.flatMap(\.wrong).isEmpty, "\(callers.flatMap(\.wrong))")
        #expect(requests.count > Self.kills / 2)
        try await checkDirectory(callers, stage)
        try await checkRecords(requests, stage)
    }

    /// Mostly in the middle of requests, now and then during the start, and at times late enough for everything to end.
    private func killAndStart(_ daemon: Daemon, _ random: inout SeededGenerator) async throws {
        let pause = random.next() % 20 == 0 ? 1300 : random.next() % 150
        try await Task.sleep(for: .milliseconds(pause))
        daemon.kill()
        if random.next() % 8 == 0 {
            try daemon.launch()
            try await Task.sleep(for: .milliseconds(random.next() % 40))
            daemon.kill()
        }
        try await daemon.start()
    }

    private func checkDirectory(_ callers: [RandomCaller], _ stage: SignedStage) async throws {
        for caller in callers {
            for (person, password) in caller.passwords {
                #expect(try await stage.stage.signsIn(person, password), "\(person)")
                let requests = caller.done.filter { $0.account == person && $0.password != nil }
                #expect(try stage.slapd.writes(to: "userPassword", of: person) == requests.count, "\(person)")
            }
        }
    }

    private func checkRecords(_ requests: [SignedRequest], _ stage: SignedStage) async throws {
        stage.daemon.stop()
        let ledger = try LedgerRecords(of: stage.daemon)
        #expect(ledger.isIntact, "\(ledger.verdict)")
        let byRequest = Dictionary(grouping: ledger.all) { $0["WRITEBACK_REQUEST_ID"] ?? "" }
        for request in requests {
            let records = byRequest[request.id] ?? []
            #expect(LedgerRecords.applied(records) == 1, "\(request.operation) \(request.id)")
            #expect(LedgerRecords.begun(records) >= 1, "\(request.operation) \(request.id)")
        }
        let written = ledger.all.count { $0["WRITEBACK_OUTCOME"] == "applied" && $0["WRITEBACK_REPLAYED"] == nil }
        #expect(written == requests.count)
        ledger.expectAll(in: try await stage.journald.entries())
    }
}
