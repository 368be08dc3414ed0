import Ledger
import Requests
import Testing

/// What a record of a decision tells.
@Suite(.timeLimit(.minutes(2)))
struct LedgerRecordTests {
    private let samples = Samples()
    private let folder: LedgerFolder
    private let journal: JournalSocket
    private let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
        ledger = try folder.open()
    }

    private let whole = [
        "SYSLOG_IDENTIFIER": "writebackd", "WRITEBACK_AGENT": "agent-1", "WRITEBACK_PEER_UID": "1001",
        "WRITEBACK_PEER_GID": "1002",
        "WRITEBACK_PEER_PID": "1003", "WRITEBACK_CALLER": "portal", "WRITEBACK_REQUEST_ID": "r-1",
        "WRITEBACK_OPERATION": "reset", "WRITEBACK_ACCOUNT": "alice", "WRITEBACK_METHODS": "otp sms",
        "WRITEBACK_CAPTCHA": "true", "WRITEBACK_CLIENT": "web", "WRITEBACK_ADMINISTRATOR": "root",
        "WRITEBACK_DIRECTORY": "corp", "WRITEBACK_SERVER": "ldaps://one.example.test",
        "WRITEBACK_ACCOUNT_DN": "uid=alice,dc=example,dc=test",
        "WRITEBACK_ACCOUNT_ID": "7d9b2f6e-0000-4000-8000-1234567890ab",
    ]
    private let members = #","amr":["otp","sms"],"captcha":true,"client":"web","act":{"sub":"root"}"#

    @Test func `an applied reset tells its whole story, before and after`() async throws {
        let story = try samples.story(.reset, members)
        let intent = try await ledger.open(try samples.permitted(.reset, members), story: story)
        let begun = await journal.next()
        tells(begun, whole)
        tells(
            begun,
            [
                "MESSAGE": "reset of 'alice' begins", "PRIORITY": "6", "WRITEBACK_CHANGE_MARK": "20240131#1",
                "WRITEBACK_LAST_CHANGE": "1970-01-01T00:00:00Z",
            ])
        #expect(begun?.own("OUTCOME") == nil)
        let reply = await ledger.settle(intent, as: .applied(samples.receipt()), story: story).reply
        let applied = await journal.next()
        tells(applied, whole)
        tells(
            applied,
            [
                "MESSAGE": "reset of 'alice' applied", "PRIORITY": "5", "WRITEBACK_OUTCOME": "applied",
                "WRITEBACK_PASSWORD_CHANGED": "true", "WRITEBACK_WAS_LOCKED": "true", "WRITEBACK_MUST_CHANGE": "false",
                "WRITEBACK_FAILED_ATTEMPTS": "3", "WRITEBACK_LAST_FAILED_ATTEMPT": "1970-01-01T00:00:30Z",
                "WRITEBACK_VERIFIED_BY": "bind", "WRITEBACK_CORRELATION_ID": story.correlation,
            ])
        #expect(Int(applied?.own("DURATION_USEC") ?? "").map { $0 >= 0 } == true)
        #expect(applied?.own("LATE") == nil)
        #expect(reply.status == 200)
        #expect(reply.body.contains(story.correlation))
    }

    @Test func `a refused write tells its code, its reason and its numbers`() async throws {
        let story = try samples.story(.reset)
        let intent = try await ledger.open(try samples.permitted(.reset), story: story)
        let reply = await ledger.settle(intent, as: .refused(.passwordTooShort(minimum: 10)), story: story).reply
        let begun = await journal.next()
        let refused = await journal.next()
        #expect(begun?.own("CORRELATION_ID") == refused?.own("CORRELATION_ID"))
        tells(
            refused,
            [
                "MESSAGE": "reset of 'alice' refused: password_too_short", "WRITEBACK_OUTCOME": "refused",
                "MESSAGE_ID": Refusal.passwordTooShort(minimum: 10).entry.messageID, "PRIORITY": "5",
                "WRITEBACK_CODE": "password_too_short", "WRITEBACK_MIN": "10",
                "WRITEBACK_REASON": Refusal.passwordTooShort(minimum: 10).description,
            ])
        #expect(reply.status == 422)
        #expect(reply.body.contains("help@example.test"))
    }

    @Test func `an unknown outcome is told as an error`() async throws {
        let story = try samples.story(.change)
        let intent = try await ledger.open(try samples.permitted(.change), story: story)
        let reply = await ledger.settle(intent, as: .unknown(.connectionLost), story: story).reply
        _ = await journal.next()
        tells(
            await journal.next(),
            [
                "MESSAGE": "change of 'alice': outcome unknown (connection_lost)", "PRIORITY": "3",
                "WRITEBACK_OUTCOME": "unknown", "WRITEBACK_CAUSE": "connection_lost",
            ])
        #expect(reply.status == 504)
    }

    @Test func `a hostile name brings no line and no field of its own`() async throws {
        var story = samples.begun()
        let name = #"{"jti":"r","op":"status","account":{"name":"a\"'=\u2028PRIORITY=0\u202e"}}"#
        story.details = try samples.details(name)
        _ = await ledger.refuse(.accountNotFound, story: story)
        let entry = await journal.next()
        tells(entry, ["PRIORITY": "5", "WRITEBACK_ACCOUNT": "a\"'=\u{fffd}PRIORITY=0\u{fffd}"])
        #expect(entry?.fields.values.contains("TWICE") == false)
    }

    @Test func `every kind of entry carries the agent's name`() async throws {
        let story = try samples.story(.reset)
        let ends: [Settlement] = [.applied(samples.receipt()), .refused(.directoryTimeout), .unknown(.noAnswer)]
        for end in ends {
            let intent = try await ledger.open(try samples.permitted(.reset), story: story)
            _ = await ledger.settle(intent, as: end, story: story)
        }
        _ = await ledger.refuse(.accountNotFound, story: samples.begun())
        ledger.note(.started, "up")
        ledger.close()
        let entries = journal.all
        #expect(entries.count == 8)
        #expect(entries.allSatisfy { $0.own("AGENT") == "agent-1" })
    }

    @Test func `name and contact can be changed, and the records go on`() async throws {
        let other = ledger.with(agent: "agent-2", contact: "other@example.test")
        let reply = await other.refuse(.accountNotFound, story: try samples.story(.reset)).reply
        #expect(reply.body.contains("other@example.test"))
        tells(await journal.next(), ["WRITEBACK_CODE": "account_not_found", "WRITEBACK_AGENT": "agent-2"])
    }
}
