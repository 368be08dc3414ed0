import Ledger
import Requests
import SystemdLink
import Testing

/// A journal that is away for long.
@Suite(.timeLimit(.minutes(5)))
struct LedgerCapacityTests {
    @Test func `refusals beyond ten thousand are counted as lost, writes never are`() throws {
        let (samples, path) = (Samples(), JournalSocket.freePath())
        let ledger = Ledger(sender: try JournalSender(path: path, timeout: .seconds(10)), agent: "agent-1")
        var journal: JournalSocket? = try JournalSocket(path: path)
        let story = try samples.story(.reset, id: "the-write")
        let intent = try ledger.open(try samples.permitted(.reset, id: "the-write"), story: story)
        _ = journal?.next()
        journal = nil
        for _ in 0..<10_007 { _ = ledger.refuse(.accountNotFound, story: samples.begun()) }
        _ = ledger.settle(intent, as: .applied(samples.receipt()), story: story)
        let back = try JournalSocket(path: path)
        let entries = back.all { while ledger.failure != nil { ledger.flush() } }
        #expect(entries.count == 10_002)
        #expect(entries.first?.own("LATE_ENTRIES") == "10001")
        #expect(entries.first?.own("LOST_REFUSALS") == "7")
        #expect(entries.last?.own("REQUEST_ID") == "the-write")
        #expect(entries.dropFirst().allSatisfy { $0.own("LATE") == "1" })
    }
}
