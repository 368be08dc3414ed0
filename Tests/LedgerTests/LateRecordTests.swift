import Foundation
import Requests
import SystemdLink
import Testing

@testable import Ledger

/// Telling the journal what was recorded, also when it is away, hangs or comes back.
@Suite(.timeLimit(.minutes(3)))
struct LateRecordTests {
    private let samples = Samples()
    private let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
    }

    /// Entries by their numbers, each where it was told first: after the journal has been away the last are told again.
    private func distinct(_ entries: [Datagram]) -> [Datagram] {
        var known: [String: String?] = [:]
        return entries.filter { entry in
            guard let sequence = entry.own("SEQUENCE") else { return true }
            if let hash = known[sequence] { #expect(hash == entry.link?.hexadecimal) }
            return known.updateValue(entry.link?.hexadecimal, forKey: sequence) == nil
        }
    }

    /// Entries with their numbers in order, without a gap.
    private func expectChain(_ told: [Datagram], from first: Int = 1) {
        let entries = distinct(told)
        #expect(entries.map { $0.own("SEQUENCE") } == (0..<entries.count).map { "\(first + $0)" })
        var link = entries.first?.own("PREVIOUS_HASH")
        for entry in entries {
            #expect(entry.own("PREVIOUS_HASH") == link)
            link = entry.link?.hexadecimal
        }
    }

    @Test func `without a journal writes go on, and it is told of them late, in order, when it comes`() async throws {
        let ledger = try folder.open()
        for number in 1...5 {
            let reply = try await samples.carryOut(ledger, id: "r-\(number)", as: .applied(samples.receipt()))
            #expect(reply.status == 200)
        }
        #expect(await comes { ledger.journalFailure?.hasPrefix("no journald") == true })
        #expect(ledger.failure == nil)
        let journal = try folder.journal()
        let entries = await journal.next(11)
        expectChain(entries)
        #expect(entries.prefix(10).allSatisfy { $0.own("LATE") == "1" })
        #expect(entries[10].own("LATE_ENTRIES") == "10")
        #expect(entries[10].own("LATE") == nil)
        #expect(ledger.journalFailure == nil)
    }

    @Test func `a journal that hangs delays no answer, and loses nothing`() async throws {
        let journal = try folder.journal()
        let ledger = try folder.open(timeout: .milliseconds(50))
        journal.hang(true)
        for number in 1...600 { _ = try await samples.carryOut(ledger, id: "r-\(number)", as: .refused(.stopping)) }
        #expect(await comes { ledger.journalFailure?.hasPrefix("journald hangs") == true })
        journal.hang(false)
        #expect(await comes { journal.all.contains { $0.own("LATE_ENTRIES") != nil } })
        #expect(await comes { distinct(journal.all).count == 1201 })
        expectChain(journal.all)
    }

    @Test func `a journal that is restarted again and again is told everything, in order`() async throws {
        let ledger = try folder.open(timeout: .milliseconds(50))
        var told: [Datagram] = []
        for round in 0..<5 {
            let journal = try folder.journal()
            for number in 1...20 {
                _ = try await samples.carryOut(ledger, id: "\(round)-\(number)", as: .refused(.stopping))
            }
            let last = await journal.next()
            #expect(last != nil)
            journal.stop()
            told += journal.all
        }
        let journal = try folder.journal()
        #expect(await comes { ledger.journalFailure == nil && ledger.core.shipping.shipped >= 200 })
        ledger.close()
        let entries = told + journal.all
        expectChain(entries)
        #expect(distinct(entries).count(where: { $0.own("OUTCOME") == "not_applied" }) == 100)
    }

    @Test func `more than fits into memory is read from the ledger again`() async throws {
        let ledger = try folder.open()
        let body = Submission.event(.started, "up").body
        for _ in 0..<10 {
            for _ in 0..<1000 { ledger.core.enqueue(Submission(kind: .other, body: body, change: nil)) }
            await ledger.prune()
        }
        let journal = try folder.journal()
        #expect(await comes { journal.all.count >= 10_001 })
        expectChain(journal.all)
    }

    @Test func `what the journal was not told before the agent ended it is told after the next start, marked as late`()
        async throws
    {
        let ledger = try folder.open()
        for number in 1...3 { _ = try await samples.carryOut(ledger, id: "r-\(number)", as: .unknown(.noAnswer)) }
        ledger.close()
        let journal = try folder.journal()
        let next = try folder.open()
        next.note(.started, "up")
        let entries = await journal.next(7)
        expectChain(entries)
        #expect(entries.prefix(6).allSatisfy { $0.own("LATE") == "1" })
        #expect(entries.last?.own("LATE") == nil)
    }

    @Test func `what it was told before is not told again after a stop in good order`() async throws {
        let journal = try folder.journal()
        let ledger = try folder.open()
        ledger.note(.started, "one")
        ledger.close()
        #expect(journal.all.map { $0["MESSAGE"] } == ["one"])
        let next = try folder.open()
        next.note(.started, "two")
        next.close()
        expectChain(journal.all)
        #expect(journal.all.map { $0["MESSAGE"] } == ["one", "two"])
    }

    @Test func `after a crash the same entry may come twice, and is then the same`() async throws {
        let journal = try folder.journal()
        let ledger = try folder.open()
        try await samples.begin(ledger, id: "r-1")
        _ = await journal.next()
        let crashed = try folder.open(try folder.crashed())
        let again = await journal.next()
        #expect(again?.own("LATE") == "1")
        #expect(again?.fields.filter { $0.key != "WRITEBACK_LATE" } == journal.all.first?.fields)
        crashed.close()
    }
}
