import Requests
import Testing

@testable import Ledger

/// Writes that were begun and of whose end nothing is known.
@Suite(.timeLimit(.minutes(3)))
struct ReopeningTests {
    private let samples = Samples()
    private let folder: LedgerFolder
    private let journal: JournalSocket

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
    }

    /// A ledger as it is found after the agent was killed between intent and outcome of `r-1`.
    private func crashed(passwords: PasswordFingerprint = .sealed([7])) async throws -> Ledger {
        let ledger = try folder.open()
        try await samples.begin(ledger, id: "r-1", passwords: passwords)
        return try folder.open(try folder.crashed())
    }

    @Test func `what is needed to look for the truth outlives a crash`() async throws {
        let ledger = try await crashed()
        let write = try #require(await ledger.unsettled().first)
        #expect(write.identity == samples.request("r-1"))
        #expect((write.operation, write.account) == (.reset, samples.identity))
        #expect((write.changeMark, write.lastChange) == ("20240131#1", Timestamp(seconds: 0)))
        #expect((write.wasLocked, write.failedAttempts, write.mustChange, write.cause) == (false, 3, false, nil))
        #expect(write.story.details == (try samples.story(.reset).details))
        #expect((write.story.caller, write.story.peer) == ("portal", samples.peer))
        #expect(try await ledger.reply(to: write.identity)?.body.contains(#""cause":"agent_stopped""#) == true)
    }

    @Test func `the same request finds it open, and settles it`() async throws {
        let ledger = try await crashed()
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        #expect(reply.status == 200)
        #expect(await ledger.unsettled().isEmpty)
        #expect(try await samples.take(ledger) == .answered(reply.body.dropLast() + #","replayed":true}"#))
    }

    @Test func `an unknown outcome is looked at again, with its cause`() async throws {
        let ledger = try folder.open()
        try await samples.carryOut(ledger, as: .unknown(.connectionLost))
        #expect(await ledger.unsettled().map(\.cause) == [.connectionLost])
        #expect(try await samples.take(ledger) == .reopened(.connectionLost))
        #expect(await ledger.unsettled().isEmpty)
    }

    @Test func `what was found undone is begun anew`() async throws {
        let ledger = try await crashed()
        var story = try samples.story(.reset)
        guard case .reopened(let reopened) = try await ledger.take(try samples.authorised(.reset), story: &story) else {
            Issue.record("not reopened")
            return
        }
        let first = reopened.write.intent
        let permitted = try samples.permit(ledger.foundUndone(reopened))
        let intent = try await ledger.open(permitted, story: story)
        let present = try ledger.core.readers?.upkeep.unsettled()
        #expect(present?.count == 1)
        #expect((present?.first?.intent ?? 0) > first)
        #expect(await ledger.settle(intent, as: .applied(samples.receipt()), story: story).reply.status == 200)
    }

    @Test func `a refusal of a write that was found undone is the end of it`() async throws {
        let ledger = try await crashed()
        var story = try samples.story(.reset)
        guard case .reopened(let reopened) = try await ledger.take(try samples.authorised(.reset), story: &story) else {
            Issue.record("not reopened")
            return
        }
        _ = ledger.foundUndone(reopened)
        let reply = await ledger.refuse(.accountNotFound, story: story).reply
        #expect(reply.status == Refusal.accountNotFound.entry.status)
        #expect(await ledger.unsettled().isEmpty)
        guard case .answered = try await samples.take(ledger) else {
            Issue.record("no answer is kept")
            return
        }
    }

    @Test func `one who looks for the truth after a restart settles it, whole and on record`() async throws {
        let ledger = try await crashed()
        let write = try #require(await ledger.unsettled().first)
        await ledger.settle(write, as: .applied(samples.receipt()))
        #expect(await ledger.unsettled().isEmpty)
        guard case .answered(let body) = try await samples.take(ledger) else {
            Issue.record("not settled")
            return
        }
        #expect(body.contains(#""request_id":"r-1""#))
        ledger.close()
        let applied = journal.all.last { $0.own("OUTCOME") == "applied" && $0.own("REPLAYED") == nil }
        #expect(applied?.own("CORRELATION_ID") == write.story.correlation)
        #expect(applied?.own("ISSUER") == "peer:portal")
        #expect(applied?.own("DURATION_USEC") == nil)
    }

    @Test func `they leave alone what came again meanwhile`() async throws {
        let ledger = try await crashed()
        let write = try #require(await ledger.unsettled().first)
        #expect(try await samples.take(ledger) == .reopened(nil))
        await ledger.settle(write, as: .applied(samples.receipt()))
        #expect(try ledger.core.readers?.upkeep.unsettled().count == 1)
        ledger.core.claims.release(write.identity, nil)
        try await samples.carryOut(ledger, as: .refused(.writeLost))
        await ledger.settle(write, as: .applied(samples.receipt()))
        #expect(try await samples.take(ledger) == .new)
    }

    @Test func `unsealed passwords are compared for as long as the agent lives`() async throws {
        let ledger = try folder.open()
        try await samples.carryOut(ledger, id: "a", as: .applied(samples.receipt()), passwords: .keyed([1]))
        guard case .answered = try await samples.take(ledger, id: "a", passwords: .keyed([1])) else {
            Issue.record("not answered")
            return
        }
        #expect(
            try await samples.take(ledger, id: "a", passwords: .keyed([2])) == .refused(.requestConflict(.passwords)))
        ledger.close()
        let next = try folder.open()
        // A program that another test starts holds the lock, too, until it has closed what it does not need.
        #expect(await comes { next.failure == nil })
        #expect(try await samples.take(next, id: "a", passwords: .keyed([1])) == .refused(.requestConflict(.unknown)))
    }

    /// Whether the passwords of the open request `r-1` are known to be those of the first sending.
    private func isComparable(_ ledger: Ledger, _ passwords: PasswordFingerprint) async throws -> Bool? {
        var story = try samples.story(.reset)
        let authorised = try samples.authorised(.reset, passwords: passwords)
        guard case .reopened(let reopened) = try await ledger.take(authorised, story: &story) else { return nil }
        return reopened.isComparable
    }

    @Test func `unsealed passwords of an open request are known as the same in the life that took them`() async throws {
        let ledger = try folder.open()
        try await samples.carryOut(ledger, as: .unknown(.noAnswer), passwords: .keyed([1]))
        #expect(try await isComparable(ledger, .keyed([1])) == true)
    }

    @Test func `after a restart it is said of an open request that its unsealed passwords may be others`() async throws
    {
        let ledger = try await crashed(passwords: .keyed([1]))
        #expect(try await isComparable(ledger, .keyed([1])) == false)
    }

    @Test(arguments: [PasswordFingerprint.sealed([7]), .absent])
    func `sealed passwords and none are known as the same after a restart`(passwords: PasswordFingerprint) async throws
    {
        let ledger = try await crashed(passwords: passwords)
        #expect(try await isComparable(ledger, passwords) == true)
    }

    @Test func `after a restart unsealed passwords keep nobody from looking for the truth, or from trying again`()
        async throws
    {
        let ledger = try await crashed(passwords: .keyed([1]))
        #expect(try await samples.take(ledger, passwords: .keyed([2])) == .reopened(nil))
        try await samples.carryOut(ledger, id: "b", as: .refused(.directoryTimeout), passwords: .keyed([1]))
        ledger.close()
        let next = try folder.open("crashed.db")
        #expect(try await samples.take(next, id: "b", passwords: .keyed([2])) == .new)
    }
}
