import FaultPoints
import TestSupport
import Testing

/// The agent ends at each step of each operation; one stage for all, with a person for every case.
@Suite("An agent that ends in the middle of a request", .serialized)
struct CrashTests {
    /// What is left behind by an end at a step.
    private enum Trace: Equatable {
        /// Nothing: the request is not on record.
        case none
        /// It is on record that the write was begun; `isDone` tells whether the directory has done it.
        case begun(isDone: Bool)
        /// All of it.
        case ended

        init(_ point: FaultPoint) {
            self =
                switch point {
                case .bodyReceived, .authorised, .claimed, .accountFound, .permitted: .none
                case .intentRecorded: .begun(isDone: false)
                case .answered, .verified: .begun(isDone: true)
                case .outcomeRecorded, .replyReady: .ended
                }
        }

        var isDone: Bool { self == .begun(isDone: true) || self == .ended }
    }

    private static let operations = ["reset", "unlock", "change"]

    @Test("wherever it ends, the request is written once, told truly, and comes to one answer")
    func everyStep() async throws {
        let stage = try await SignedStage(people: FaultPoint.allCases.count * Self.operations.count)
        var requests: [SignedRequest] = []
        for point in FaultPoint.allCases {
            for operation in Self.operations {
                let request = try await self.request(operation, SignedStage.person(requests.count + 1), stage)
                try await check(request, endingAt: point, stage)
                requests.append(request)
            }
        }
        try await checkRecords(of: requests, stage)
    }

    private func request(_ operation: String, _ account: String, _ stage: SignedStage) async throws -> SignedRequest {
        switch operation {
        case "reset": return try stage.reset(account, to: "Reset-of-\(account)")
        case "change": return try stage.change(account, from: Slapd.startPassword(account), to: "Change-of-\(account)")
        default:
            try await stage.stage.lock(account)
            return stage.unlock(account)
        }
    }

    private func check(_ request: SignedRequest, endingAt point: FaultPoint, _ stage: SignedStage) async throws {
        let about = "\(request.operation) ends at \(point.rawValue)"
        stage.daemon.stop()
        try await stage.daemon.start(endingAt: point.rawValue)
        #expect(throws: TestFailure.self, "\(about): no reply") { try stage.send(request) }
        try await stage.daemon.waitForEnd()
        try await stage.daemon.start()

        let trace = Trace(point)
        #expect(try stage.writes(of: request) == (trace.isDone ? 1 : 0), "\(about)")
        let told = try stage.recorded(request)
        switch trace {
        case .none: #expect(told["code"] == "request_unknown", "\(about): \(told.body)")
        case .begun: #expect(told["outcome"] == "unknown", "\(about): \(told.body)")
        case .ended: #expect(told["outcome"] == "applied", "\(about): \(told.body)")
        }
        try await checkSignIn(request, isDone: trace.isDone, about, stage)

        let replies = try (0..<3).map { _ in try stage.send(request) }
        #expect(replies.allSatisfy { $0["outcome"] == "applied" }, "\(about): \(replies[0].body)")
        #expect(Set(replies.map(\.answer)).count == 1, "\(about)")
        #expect(replies.map(\.isReplayed) == [trace == .ended, true, true], "\(about)")
        #expect(try stage.writes(of: request) == 1, "\(about)")
        try await checkSignIn(request, isDone: true, about, stage)
    }

    /// The account has the new password or the old one, never both and never neither.
    private func checkSignIn(
        _ request: SignedRequest, isDone: Bool, _ about: String, _ stage: SignedStage
    ) async throws {
        let start = Slapd.startPassword(request.account)
        guard let password = request.password else {
            return #expect(try await stage.stage.signsIn(request.account, start) == isDone, "\(about)")
        }
        #expect(try await stage.stage.signsIn(request.account, isDone ? password : start), "\(about)")
        #expect(try await !stage.stage.signsIn(request.account, isDone ? start : password), "\(about)")
    }

    private func checkRecords(of requests: [SignedRequest], _ stage: SignedStage) async throws {
        stage.daemon.stop()
        let ledger = try LedgerRecords(of: stage.daemon)
        #expect(ledger.isIntact)
        for request in requests {
            let records = ledger.records(of: request.id)
            #expect(LedgerRecords.applied(records) == 1)
            let (begun, applied) = (
                records.firstIndex { $0["WRITEBACK_OUTCOME"] == nil },
                records.firstIndex { $0["WRITEBACK_OUTCOME"] == "applied" }
            )
            #expect(try #require(begun) < #require(applied))
        }
        ledger.expectAll(in: try await stage.journald.entries())
    }

    @Test("what needs no password is settled without being asked: a write that was lost, a lock that is gone")
    func settledUnasked() async throws {
        let stage = try await SignedStage()
        let lost = try stage.reset("alice", to: "Correct-Horse-9")
        let done = stage.unlock("bob")
        let open = try stage.reset("carol", to: "Correct-Horse-9")
        try await stage.stage.lock("bob")
        for (request, point) in [(lost, FaultPoint.intentRecorded), (done, .verified), (open, .verified)] {
            stage.daemon.stop()
            try await stage.daemon.start(endingAt: point.rawValue)
            #expect(throws: TestFailure.self) { try stage.send(request) }
            try await stage.daemon.waitForEnd()
        }
        try await stage.daemon.start()
        try await stage.daemon.wait(until: "the lost write is settled") {
            try stage.recorded(lost)["outcome"] == "not_applied"
        }
        #expect(try stage.recorded(lost)["code"] == "write_lost")
        try await stage.daemon.wait(until: "the unlock is settled") { try stage.recorded(done)["outcome"] == "applied" }
        // Whose password it is only the one who asks again can prove.
        #expect(try stage.recorded(open)["outcome"] == "unknown")
        #expect(try stage.send(open)["outcome"] == "applied")
        #expect(try stage.send(lost)["outcome"] == "applied")
        for request in [lost, done, open] { #expect(try stage.writes(of: request) == 1) }
    }

    @Test("a write that was overtaken by another stays unknown, and asking again locks nobody out")
    func overtaken() async throws {
        let stage = try await SignedStage()
        let first = try stage.reset("alice", to: "Correct-Horse-1")
        stage.daemon.stop()
        try await stage.daemon.start(endingAt: FaultPoint.intentRecorded.rawValue)
        #expect(throws: TestFailure.self) { try stage.send(first) }
        try await stage.daemon.waitForEnd()
        try await stage.daemon.start()
        #expect(try stage.send(try stage.reset("alice", to: "Correct-Horse-2"))["outcome"] == "applied")
        for _ in 0..<6 {
            let reply = try stage.send(first)
            #expect(reply["outcome"] == "unknown", "\(reply.body)")
            #expect(reply["parameters.cause"] == "overtaken")
            #expect(reply["retryable"] == "false")
        }
        #expect(try await stage.stage.signsIn("alice", "Correct-Horse-2"))
    }
}
