import Requests
import Testing

@testable import Ledger

/// Forgetting what is old enough.
@Suite(.timeLimit(.minutes(3)))
struct PruningTests {
    private let samples = Samples()
    private let clock = TestClock()
    private let folder: LedgerFolder
    private let journal: JournalSocket

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
    }

    private func verdict() throws -> ChainVerdict { try LedgerVerification(path: folder.path).walk { _ in } }

    private func carryOut(_ ledger: Ledger, _ ids: ClosedRange<Int>) async throws {
        for id in ids { try await samples.carryOut(ledger, id: "r-\(id)", as: .applied(samples.receipt())) }
    }

    private func shipped(_ ledger: Ledger, _ count: Int) async -> Bool {
        await comes { ledger.core.shipping.shipped >= count }
    }

    @Test func `old records go, the chain holds, and the ledger tells where it begins now`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...5)
        clock.advance(60)
        try await carryOut(ledger, 6...8)
        #expect(await shipped(ledger, 16))
        clock.advance(60)
        await ledger.prune()
        guard case .intact(let extent) = try verdict() else {
            Issue.record("the chain is broken")
            return
        }
        #expect((extent.base.sequence, extent.last.sequence) == (10, 17))
        #expect(try await ledger.reply(to: samples.request("r-5")) == nil)
        #expect(try await ledger.reply(to: samples.request("r-6"))?.status == 200)
        #expect(try await samples.take(ledger, id: "r-5") == .new)
        let pruned = await journal.next(17).last
        #expect(pruned?.own("PRUNED_SEQUENCE") == "10")
        #expect(pruned?.own("PRUNED_HASH") == extent.base.hexadecimal)
        ledger.close()
        let next = try folder.open()
        #expect(next.failure == nil)
        try await carryOut(next, 9...9)
        guard case .intact = try verdict() else {
            Issue.record("the chain does not go on")
            return
        }
    }

    @Test func `everything may go, and the numbers go on`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...2)
        #expect(await shipped(ledger, 4))
        clock.advance(101)
        await ledger.prune()
        #expect(await shipped(ledger, 5))
        clock.advance(101)
        await ledger.prune()
        guard case .intact(let extent) = try verdict() else {
            Issue.record("the chain is broken")
            return
        }
        #expect((extent.base.sequence, extent.last.sequence) == (5, 6))
        ledger.close()
    }

    @Test func `more than goes at once goes nonetheless`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        let body = Submission.event(.started, "up").body
        for _ in 0..<2500 { ledger.core.enqueue(Submission(kind: .other, body: body, change: nil)) }
        #expect(await shipped(ledger, 2500))
        clock.advance(101)
        await ledger.prune()
        guard case .intact(let extent) = try verdict() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(extent.base.sequence == 2500)
        ledger.close()
    }

    @Test func `a write without a known end is not forgotten, and one that came again not too early`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await samples.carryOut(ledger, id: "open", as: .unknown(.noAnswer))
        try await samples.carryOut(ledger, id: "again", as: .refused(.directoryTimeout))
        clock.advance(60)
        try await samples.carryOut(ledger, id: "again", as: .applied(samples.receipt()))
        #expect(await shipped(ledger, 6))
        clock.advance(60)
        await ledger.prune()
        #expect(await ledger.unsettled().map(\.identity.id) == ["open"])
        #expect(try await ledger.reply(to: samples.request("again"))?.status == 200)
        ledger.close()
    }

    @Test func `what the journal has not taken stays`() async throws {
        journal.stop()
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...3)
        clock.advance(1000)
        await ledger.prune()
        guard case .intact(let extent) = try verdict() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(extent.base == .origin)
        ledger.close()
    }

    @Test func `nothing is removed when an agent starts`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...3)
        #expect(await shipped(ledger, 6))
        ledger.close()
        clock.advance(1000)
        let next = try folder.open(retention: .seconds(100), clock: clock)
        // After each batch there is room for forgetting, so that of the first is over when the second is on disk.
        for number in 4...5 { try await carryOut(next, number...number) }
        guard case .intact(let extent) = try verdict() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(extent.base == .origin)
        next.close()
    }

    @Test func `a clock that is years ahead at the start removes nothing`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...3)
        #expect(await shipped(ledger, 6))
        ledger.close()
        clock.advance(10 * 365 * 86_400)
        let next = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(next, 4...4)
        await next.prune()
        #expect(try await next.reply(to: samples.request("r-1"))?.status == 200)
        next.close()
    }

    @Test func `a clock that jumps ahead while the agent works removes nothing`() async throws {
        let ledger = try folder.open(retention: .seconds(100), clock: clock)
        try await carryOut(ledger, 1...3)
        #expect(await shipped(ledger, 6))
        clock.advance(10 * 365 * 86_400)
        for _ in 0..<2 { await ledger.prune() }
        #expect(try await ledger.reply(to: samples.request("r-1"))?.status == 200)
        ledger.close()
    }

    @Test func `without a retention everything is kept`() async throws {
        let ledger = try folder.open(clock: clock)
        try await carryOut(ledger, 1...3)
        #expect(await shipped(ledger, 6))
        clock.advance(1_000_000_000)
        await ledger.prune()
        #expect(try await ledger.reply(to: samples.request("r-1"))?.status == 200)
        ledger.close()
    }
}
