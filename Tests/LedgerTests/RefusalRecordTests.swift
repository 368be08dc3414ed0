import Requests
import SystemdLink
import Testing

@testable import Ledger

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
            lock: .open, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil,
            passwordExpires: nil, rules: nil,
            obstacles: [])
        let reply = await ledger.answer(report, story: try samples.story(.status)).reply
        tells(
            await journal.next(),
            ["MESSAGE": "status of 'alice' told", "WRITEBACK_OUTCOME": "answered", "PRIORITY": "6"])
        #expect(reply.status == 200)
    }

    @Test func `what could not be recorded as refused is not told as refused, to nobody, and may come again`()
        async throws
    {
        #expect(try await samples.take(ledger) == .new)
        var story = try samples.story(.reset)
        story.identity = samples.request("r-1")
        async let waiter = samples.take(ledger)
        #expect(await comes { ledger.core.claims.claim(on: samples.request("r-1"))?.waiters.count == 1 })
        ledger.core.fail(.damaged(path: folder.path, reason: "spoilt"))
        let unavailable = Refusal.auditUnavailable(ledger.failure ?? "")
        let reply = await ledger.refuse(.accountNotFound, story: story).reply
        #expect(reply.status == unavailable.entry.status)
        #expect(reply.body.contains(#""code":"audit_unavailable""#))
        #expect(try await waiter == .refused(unavailable))
        ledger.close()
        #expect(journal.all.last { $0.own("CODE") != nil }?.own("CODE") == "audit_unavailable")
        #expect(try await samples.take(try folder.open()) == .new)
    }

    @Test func `what was not carried out is told as that, recorded or not`() async throws {
        #expect(try await samples.take(ledger) == .new)
        var story = try samples.story(.reset)
        story.identity = samples.request("r-1")
        ledger.close()
        let reply = await ledger.refuse(.directoryTimeout, story: story).reply
        #expect(reply.body.contains(#""code":"directory_timeout""#))
        #expect(!ledger.core.claims.isClaimed(samples.request("r-1")))
    }

    @Test func `something that happened to the agent is told with its fields`() async throws {
        ledger.note(.directoryDown, "corp is down", fields: ["WRITEBACK_DIRECTORY": "corp"])
        tells(await journal.next(), ["MESSAGE": "corp is down", "PRIORITY": "3", "WRITEBACK_DIRECTORY": "corp"])
    }
}
