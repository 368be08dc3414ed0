import Ledger
import Requests
import SystemdLink
import Testing

/// What a record tells of requests that came to no write.
@Suite(.timeLimit(.minutes(2)))
struct RefusalRecordTests {
    private let samples = Samples()
    private let folder: LedgerFolder
    private let journal: JournalSocket
    private let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
        ledger = try folder.open()
    }

    @Test func `what is no request is told by who sent it`() async throws {
        _ = await ledger.refuse(.malformedHTTP, story: samples.begun())
        let entry = await journal.next()
        tells(
            entry,
            ["MESSAGE": "request of uid 1001 refused: malformed_http", "WRITEBACK_PEER_PID": "1003", "PRIORITY": "5"])
        #expect(entry?.own("CALLER") == nil)
        #expect(entry?.own("ACCOUNT") == nil)
    }

    @Test func `what was not carried out is not told as refused`() async throws {
        _ = await ledger.refuse(.directoryTimeout, story: try samples.story(.reset))
        tells(
            await journal.next(),
            [
                "MESSAGE": "reset of 'alice' not carried out: directory_timeout", "WRITEBACK_OUTCOME": "not_applied",
                "PRIORITY": "3",
            ])
    }

    @Test func `a status that was told is recorded`() async throws {
        let report = StatusReport(
            lock: .open, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil, rules: nil,
            obstacles: [])
        let reply = await ledger.answer(report, story: try samples.story(.status)).reply
        tells(
            await journal.next(),
            ["MESSAGE": "status of 'alice' told", "WRITEBACK_OUTCOME": "answered", "PRIORITY": "6"])
        #expect(reply.status == 200)
    }

    @Test func `something that happened to the agent is told with its fields`() async throws {
        ledger.note(.directoryDown, "corp is down", fields: ["WRITEBACK_DIRECTORY": "corp"])
        tells(await journal.next(), ["MESSAGE": "corp is down", "PRIORITY": "3", "WRITEBACK_DIRECTORY": "corp"])
    }
}
