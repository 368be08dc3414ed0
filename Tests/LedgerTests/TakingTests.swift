import Requests
import Testing

@testable import Ledger

/// What becomes of a request that comes again.
@Suite(.timeLimit(.minutes(3)))
struct TakingTests {
    private let samples = Samples()
    private let folder: LedgerFolder
    private let journal: JournalSocket
    private let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        journal = try folder.journal()
        ledger = try folder.open()
    }

    private func replayed(_ reply: Reply) -> String { reply.body.dropLast() + #","replayed":true}"# }

    @Test(arguments: [Settlement.applied(Samples().receipt()), .refused(.passwordTooShort(minimum: 8))])
    func `what has an answer gets it again, marked as given before`(end: Settlement) async throws {
        let reply = try await samples.carryOut(ledger, as: end)
        for _ in 0..<2 {
            let again = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
            #expect(again.body == replayed(reply))
            #expect((again.status, again.contentType) == (reply.status, reply.contentType))
        }
        let entries = await journal.next(4)
        #expect(entries.map { $0.own("REPLAYED") } == [nil, nil, "true", "true"])
        #expect(entries[2].own("OUTCOME") == entries[1].own("OUTCOME"))
        #expect(entries[2].own("ISSUER") == "peer:portal")
    }

    @Test func `an answer outlives the agent`() async throws {
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        ledger.close()
        let next = try folder.open()
        #expect(try await samples.take(next) == .answered(replayed(reply)))
    }

    @Test func `a refusal before any write is the answer when the request comes again`() async throws {
        #expect(try await samples.take(ledger) == .new)
        var story = try samples.story(.reset)
        story.identity = samples.request("r-1")
        let reply = await ledger.refuse(.accountNotFound, story: story).reply
        #expect(try await samples.take(ledger) == .answered(replayed(reply)))
    }

    @Test func `what was not carried out is tried again`() async throws {
        for _ in 0..<2 { try await samples.carryOut(ledger, as: .refused(.directoryTimeout)) }
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        #expect(reply.status == 200)
        #expect(try await samples.take(ledger) == .answered(replayed(reply)))
    }

    @Test func `another request of the same identifier is refused and changes nothing`() async throws {
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        let other = try await samples.take(ledger, .reset, id: "r-1", #","client":"web""#)
        #expect(other == .refused(.requestConflict(.details)))
        let resealed = try await samples.take(ledger, passwords: .sealed([8]))
        #expect(resealed == .refused(.requestConflict(.passwords)))
        #expect(try await samples.take(ledger) == .answered(replayed(reply)))
    }

    @Test func `another request of an identifier in flight is refused at once`() async throws {
        #expect(try await samples.take(ledger) == .new)
        #expect(try await samples.take(ledger, passwords: .sealed([8])) == .refused(.requestConflict(.passwords)))
    }

    @Test func `the same identifier of another caller is another request`() async throws {
        try await samples.carryOut(ledger, id: "r-1", as: .applied(samples.receipt()))
        #expect(try await ledger.reply(to: RequestIdentity(issuer: "peer:other", id: "r-1")) == nil)
    }

    @Test(arguments: [Settlement.applied(Samples().receipt()), .refused(.directoryTimeout), .unknown(.noAnswer)])
    func `of fifty at once one is carried out and all get its answer`(end: Settlement) async throws {
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    // Nobody is done before all have come.
                    try await samples.carryOut(ledger, as: end) {
                        _ = await comes { ledger.core.claims.claim(on: samples.request("r-1"))?.waiters.count == 49 }
                    }.body
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(bodies).count == 2)
        #expect(bodies.count(where: { $0.hasSuffix(#","replayed":true}"#) }) == 49)
        let entries = await journal.next(51)
        #expect(entries.count(where: { $0["MESSAGE"] == "reset of 'alice' begins" }) == 1)
        #expect(entries.count(where: { $0.own("REPLAYED") == "true" }) == 49)
    }

    @Test func `one that waits gives up at its deadline`() async throws {
        #expect(try await samples.take(ledger) == .new)
        let hasty = Samples(allowance: .milliseconds(30))
        #expect(try await hasty.take(ledger) == .refused(.requestInProgress))
    }

    @Test func `no more than sixty-four wait for one request`() async throws {
        #expect(try await samples.take(ledger) == .new)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<64 { group.addTask { _ = try? await samples.take(ledger) } }
            #expect(await comes { ledger.core.claims.claim(on: samples.request("r-1"))?.waiters.count == 64 })
            let one = try? await samples.take(ledger)
            #expect(one == .refused(.requestInProgress))
            ledger.core.claims.release(samples.request("r-1"), .refused(.stopping))
        }
    }

    @Test func `a request is told as in progress, as unknown, and by its answer`() async throws {
        let identity = samples.request("r-1")
        #expect(try await ledger.reply(to: identity) == nil)
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt())) {
            let meanwhile = try await ledger.reply(to: identity)
            #expect(meanwhile?.status == 202)
            #expect(meanwhile?.body == #"{"outcome":"in_progress","request_id":"r-1"}"#)
        }
        #expect(try await ledger.reply(to: identity)?.body == reply.body)
        let unknown = try await samples.carryOut(ledger, id: "r-2", as: .unknown(.noAnswer))
        #expect(try await ledger.reply(to: samples.request("r-2"))?.body == unknown.body)
    }

    @Test func `a status that was told answers no other request`() async throws {
        var story = try samples.story(.status, id: "s-1")
        story.identity = samples.request("s-1")
        let report = StatusReport(
            lock: .open, failedAttempts: 0, lastFailedAttempt: nil, mustChange: false, lastChange: nil,
            passwordExpires: nil, rules: nil,
            obstacles: [])
        #expect(await ledger.answer(report, story: story).reply.status == 200)
        #expect(await journal.next()?.own("OUTCOME") == "answered")
        #expect(try await ledger.reply(to: samples.request("s-1")) == nil)
    }
}
