import Foundation
import Requests
import Testing

@testable import Ledger

/// Ledgers that cannot be used as they are.
@Suite(.timeLimit(.minutes(3)))
struct OpeningTests {
    private let samples = Samples()

    @Test func `of two agents on one ledger the second is told of the first, and comes in when it ends`() async throws {
        let folder = try LedgerFolder()
        let first = try folder.open()
        let second = try folder.open()
        #expect(first.failure == nil)
        #expect(second.failure?.hasPrefix("another agent has the ledger \(folder.path)") == true)
        #expect(try await samples.take(second) == .refused(.auditUnavailable(second.failure ?? "")))
        try await samples.carryOut(first, as: .applied(samples.receipt()))
        first.close()
        #expect(await comes { second.failure == nil })
        guard case .answered = try await samples.take(second) else {
            Issue.record("the second does not know what the first did")
            return
        }
        second.close()
    }

    @Test func `a ledger in no folder says so, and begins when there is one`() async throws {
        let folder = try LedgerFolder()
        let ledger = try folder.open("missing/ledger.db")
        #expect(ledger.failure?.contains("No such file or directory") == true)
        try FileManager.default.createDirectory(atPath: folder.folder + "/missing", withIntermediateDirectories: false)
        #expect(await comes { ledger.failure == nil })
        try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        ledger.close()
    }

    @Test func `a closed ledger takes nothing`() async throws {
        let ledger = try LedgerFolder().open()
        ledger.close()
        #expect(try await samples.take(ledger) == .refused(.auditUnavailable("the agent is stopping")))
        ledger.note(.started, "too late")
        #expect(await ledger.refuse(.stopping, story: try samples.story(.reset)).reply.status == 503)
    }
}
