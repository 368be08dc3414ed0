import Foundation
import Requests
import SystemdLink
import Testing

@testable import Ledger

/// A ledger and a journal that are both away for long.
@Suite(.timeLimit(.minutes(5)))
struct LedgerCapacityTests {
    @Test func `refusals beyond ten thousand are counted as lost, outcomes of writes never are`() async throws {
        let (samples, folder) = (Samples(), try LedgerFolder())
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
        let ledger = try folder.open()
        #expect(ledger.failure != nil)
        // The ledger's own complaint is the first that waits.
        for number in 1...10_006 {
            _ = await ledger.refuse(.accountNotFound, story: samples.begun())
            // Each must have come through the ledger's queue, which has bounds of its own.
            if number % 1000 == 0 { await ledger.prune() }
        }
        var story = try samples.story(.reset, id: "the-write")
        story.identity = samples.request("the-write")
        guard case .mine = ledger.core.claims.attempt(samples.request("the-write"), nil) else { return }
        // It is refused for good, but the answer is another one, of which an entry tells that has no room either.
        _ = await ledger.refuse(.accountNotFound, story: story)
        await ledger.prune()
        let journal = try folder.journal()
        #expect(await comes { journal.all.count == 10_002 })
        #expect(journal.all[10_000].own("REQUEST_ID") == "the-write")
        #expect(journal.all.last?.own("LOST_REFUSALS") == "8")
        #expect(journal.all.last?.own("LATE_ENTRIES") == "10001")
        #expect(journal.all.allSatisfy { $0.own("UNRECORDED") == "1" && $0.own("SEQUENCE") == nil })
    }
}
