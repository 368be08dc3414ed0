import Ledger
import Requests
import SystemdLink
import Testing

/// What a record tells of requests that came to no write.
@Suite(.timeLimit(.minutes(2)))
struct RefusalRecordTests {
    private let samples = Samples()
    private let journal: JournalSocket
    private let ledger: Ledger

    init() throws {
        let path = JournalSocket.freePath()
        journal = try JournalSocket(path: path)
        ledger = Ledger(
            sender: try JournalSender(path: path, timeout: .seconds(10)), agent: "agent-1", contact: "help@example.test"
        )
    }

    @Test func `what is no request is told by who sent it`() {
        _ = ledger.refuse(.malformedHTTP, story: samples.begun())
        let entry = journal.next()
        tells(
            entry,
            ["MESSAGE": "request of uid 1001 refused: malformed_http", "WRITEBACK_PEER_PID": "1003", "PRIORITY": "5"])
        #expect(entry?.own("CALLER") == nil)
        #expect(entry?.own("ACCOUNT") == nil)
    }

    @Test func `what was not carried out is not told as refused`() throws {
        _ = ledger.refuse(.directoryTimeout, story: try samples.story(.reset))
        tells(
            journal.next(),
            [
                "MESSAGE": "reset of 'alice' not carried out: directory_timeout", "WRITEBACK_OUTCOME": "not_applied",
                "PRIORITY": "3",
            ])
    }

    @Test func `a status that was told is recorded`() throws {
        let report = StatusReport(
            lock: .open, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil, rules: nil,
            obstacles: [])
        let reply = ledger.answer(report, story: try samples.story(.status)).reply
        tells(journal.next(), ["MESSAGE": "status of 'alice' told", "WRITEBACK_OUTCOME": "answered", "PRIORITY": "6"])
        #expect(reply.status == 200)
    }

    @Test func `something that happened to the agent is told with its fields`() {
        ledger.note(.directoryDown, "corp is down", fields: ["WRITEBACK_DIRECTORY": "corp"])
        tells(journal.next(), ["MESSAGE": "corp is down", "PRIORITY": "3", "WRITEBACK_DIRECTORY": "corp"])
    }
}
