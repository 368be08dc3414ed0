import Testing

@testable import Ledger

/// Records that the ledger has no time for.
@Suite(.timeLimit(.minutes(2)))
struct LostRecordTests {
    @Test func `records beyond ten thousand that wait are lost, and that is told as a loss`() throws {
        let folder = try LedgerFolder()
        let core = LedgerCore(settings: LedgerSettings(path: folder.path, retention: .zero))
        let store = LedgerStore(path: folder.path, run: core.run)
        try store.connect(now: 1)
        let body = Submission.event(.started, "up").body
        // All of them wait before anybody writes.
        for _ in 0..<10_003 { core.enqueue(Submission(kind: .other, body: body, change: nil)) }
        core.submissions.close()
        LedgerWriter(core: core, store: store).run()
        store.close(shipped: 0)
        var rows: [LedgerRow] = []
        _ = try LedgerVerification(path: folder.path).walk { rows.append($0) }
        let last = String(decoding: rows.last?.body ?? [], as: UTF8.self)
        #expect(rows.count == 10_001)
        #expect(last.contains("MESSAGE_ID=\(Event.recordsLost.entry.messageID)\n"))
        #expect(last.contains("PRIORITY=4\n"))
        #expect(last.contains("WRITEBACK_LOST_REFUSALS=3\n"))
    }
}
