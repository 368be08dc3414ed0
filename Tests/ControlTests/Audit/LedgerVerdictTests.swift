import GRDB
import SystemdLink
import ArgumentParser
import Foundation
import Testing

@testable import Ledger
@testable import writebackctl

/// What is told of a ledger that was tampered with.
@Suite(.timeLimit(.minutes(2)))
struct LedgerVerdictTests {
    private let run: RecordedRun

    init() async throws {
        run = try await RecordedRun()
        try run.run(20)
    }

    @Test func `an untouched ledger and its journal agree, and the head is told`() async throws {
        let findings = try await run.verify()
        #expect(findings.verdict == .agrees)
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.tally.identical == 20)
        #expect(findings.ledger?.head?.description == "20:\(run.link.hexadecimal)")
        #expect(findings.lines.first == "agrees: the ledger's chain is intact, and the journal holds the same records")
        #expect(findings.lines.contains("  head: 20:\(run.link.hexadecimal)"))
        #expect(findings.lines.contains("  records: 20, from 1 to 20"))
    }

    @Test func `a row that was altered breaks the chain there`() async throws {
        try run.sql(
            """
            UPDATE records SET body = CAST(replace(CAST(body AS TEXT), 'applied', 'refused') AS BLOB) WHERE sequence = 7
            """)
        let findings = try await run.verify("--no-journal")
        #expect(findings.exitCode == .violation)
        #expect(findings.ledger?.fault?.sequence == 7)
        #expect(findings.lines.first == "VIOLATION: the ledger's chain is broken at 7")
        #expect(findings.lines.contains { $0.contains("record 7 was altered") })
        #expect(findings.lines.contains("What to do:"))
    }

    @Test func `a row that was deleted breaks the chain, and its entry in the journal is one too many`() async throws {
        try run.sql("DELETE FROM records WHERE sequence = 7")
        let findings = try await run.verify()
        #expect(findings.exitCode == .violation)
        #expect(findings.ledger?.fault?.reason == "record 7 is missing")
        #expect(findings.journal?.foreign.map(\.sequence) == [7])
        #expect(findings.journal?.foreignCounts == [.noRow: 1])
        #expect(findings.journal?.tally.identical == 19)
    }

    @Test func `a ledger that was cut off at its end is told by the journal and by a known head`() async throws {
        try run.sql("DELETE FROM records WHERE sequence > 15")
        try run.sql("UPDATE meta SET value = 15 WHERE name = 'shipped'")
        let findings = try await run.verify("--known-head", "20:\(run.link.hexadecimal)")
        #expect(findings.ledger?.fault == nil)
        #expect(findings.ledger?.knownHead?.standing == .contradicted)
        #expect(findings.journal?.foreignCounts == [.noRow: 5])
        #expect(findings.exitCode == .violation)
    }

    @Test func `a ledger whose hashes were all made anew is intact, and the journal gives it away`() async throws {
        let before = run.link
        let link = try rewrite(from: 11, to: 20)
        let findings = try await run.verify("--known-head", "20:\(before.hexadecimal)")
        #expect(findings.ledger?.fault == nil)
        #expect(findings.ledger?.head?.description == "20:\(link.hexadecimal)")
        #expect(findings.ledger?.knownHead?.standing == .contradicted)
        #expect(findings.journal?.altered == [AlteredEntry(sequence: 11, fields: ["MESSAGE", "WRITEBACK_OUTCOME"])])
        #expect(findings.journal?.foreignCounts == [.otherChain: 9])
    }

    @Test func `a known head up to which nothing was changed is confirmed, also after more records`() async throws {
        let head = "20:\(run.link.hexadecimal)"
        try run.run(3)
        let findings = try await run.verify("--known-head", head)
        #expect(findings.ledger?.knownHead?.standing == .confirmed)
        #expect(findings.exitCode == .success)
    }

    @Test func `a pruned ledger agrees, and its former records in the journal are counted`() async throws {
        try run.sql("UPDATE meta SET value = (SELECT hash FROM records WHERE sequence = 5) WHERE name = 'base_hash'")
        try run.sql("UPDATE meta SET value = 5 WHERE name = 'base_sequence'")
        try run.sql("DELETE FROM records WHERE sequence <= 5")
        let findings = try await run.verify()
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.tally.beforeLedger == 5)
        #expect(findings.journal?.tally.identical == 15)
        #expect(findings.lines.contains("  pruned: 1 to 5, after the retention time"))
    }

    /// Says something else in the record `first`, and gives it and all after it the hashes that follow.
    private func rewrite(from first: Int, to last: Int) throws -> ChainLink {
        var link = ChainLink.origin
        for sequence in 1...last {
            let outcome = sequence == first ? "refused" : "applied \(sequence - 1)"
            let body = RecordedRun.entry(outcome).canonicalBytes()
            link = link.next(body)
            try run.sql(
                "UPDATE records SET hash = ?, body = ? WHERE sequence = ?", [Data(link.hash), Data(body), sequence])
        }
        return link
    }
}
