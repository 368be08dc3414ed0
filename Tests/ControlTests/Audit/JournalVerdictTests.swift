import JSON
import ArgumentParser
import Foundation
import SystemdLink
import TestSupport
import Testing

@testable import Ledger
@testable import writebackctl

/// What is told of a journal that is not what the ledger says.
@Suite(.timeLimit(.minutes(2)))
struct JournalVerdictTests {
    private let run: RecordedRun

    init() async throws {
        run = try await RecordedRun()
        try run.run(5)
    }

    @Test func `records that the journal took and has no more are missing`() async throws {
        for _ in 0..<3 { try run.record() }
        try run.run(2)
        let findings = try await run.verify()
        #expect(findings.exitCode == .violation)
        #expect(findings.journal?.missing.description == "6-8")
        #expect(findings.lines.first == "VIOLATION: 3 missing from the journal")
        #expect(findings.lines.contains("  MISSING: 3: 6-8"))
    }

    @Test func `records cut off at the journal's end are missing once the ledger knows they were taken`() async throws {
        for _ in 0..<2 { try run.record() }
        let before = try await run.verify()
        #expect(before.exitCode == .success)
        #expect(before.journal?.notHandedOver.description == "6-7")
        try run.noteShipped(7)
        let after = try await run.verify()
        #expect(after.exitCode == .violation)
        #expect(after.journal?.missing.description == "6-7")
    }

    @Test func `an altered entry is told with the names of its fields and none of its values`() async throws {
        let record = try run.record()
        var forged = RecordedRun.entry("refused")
        forged.append("WRITEBACK_EXTRA", "smuggled")
        try run.ship(ChainedRecord(link: record.link, previousHash: record.previousHash, body: forged.canonicalBytes()))
        try run.run(1)
        let findings = try await run.verify()
        let fields = ["MESSAGE", "WRITEBACK_EXTRA", "WRITEBACK_OUTCOME"]
        #expect(findings.journal?.altered == [AlteredEntry(sequence: 6, fields: fields)])
        #expect(findings.journal?.foreignCount == 0)
        #expect(findings.lines.first == "VIOLATION: 1 altered in the journal")
        #expect(findings.lines.contains("    6: MESSAGE, WRITEBACK_EXTRA, WRITEBACK_OUTCOME"))
        #expect(!findings.lines.joined().contains("smuggled"))
        #expect(!findings.json.text.contains("smuggled"))
    }

    @Test(arguments: [true, false])
    func `of two entries of one sequence the one that the ledger did not make is foreign`(forgedFirst: Bool)
        async throws
    {
        let record = try run.record()
        let forged = ChainedRecord(
            link: record.link, previousHash: record.previousHash, body: RecordedRun.entry("refused").canonicalBytes())
        for entry in forgedFirst ? [forged, record] : [record, forged] { try run.ship(entry) }
        let findings = try await run.verify()
        #expect(findings.journal?.alteredCount == 0)
        #expect(findings.journal?.foreignCounts == [.second: 1])
        #expect(findings.journal?.foreign.map(\.sequence) == [6])
        #expect(findings.exitCode == .violation)
    }

    @Test func `entries beyond the ledger's end, of another chain or unreadable are foreign`() async throws {
        let body = RecordedRun.entry("applied").canonicalBytes()
        let beyond = ChainLink(sequence: 99, hash: run.link.hash)
        try run.ship(ChainedRecord(link: beyond, previousHash: run.link.hash, body: body))
        try run.sql("UPDATE meta SET value = 5 WHERE name = 'shipped'")
        let other = ChainedRecord(link: ChainLink(sequence: 3, hash: []), previousHash: run.link.hash, body: body)
        try run.sender.send(encoded: other.journalEntry(isLate: false))
        try run.sender.send(encoded: body + Array("WRITEBACK_SEQUENCE=-1\n".utf8))
        let findings = try await run.verify()
        #expect(findings.journal?.foreignCounts == [.noRow: 1, .otherChain: 1, .unreadable: 1])
        #expect(findings.journal?.foreign.map(\.sequence) == [99, 3, nil])
        #expect(findings.lines.first == "VIOLATION: 3 in the journal that the ledger did not make")
        #expect(findings.lines.contains { $0.contains("journalctl --cursor='s=") })
    }

    @Test func `late entries and identical repeats, in any order, are no fault`() async throws {
        let records = try (0..<4).map { _ in try run.record() }
        for record in [records[2], records[0], records[3]] { try run.ship(record) }
        for record in records { try run.ship(record, isLate: true) }
        let findings = try await run.verify()
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.tally.identical == 9)
        #expect(findings.journal?.tally.repeats == 3)
        #expect(findings.journal?.tally.late == 4)
        #expect(findings.lines.contains("  identical repeats: 3"))
    }

    @Test func `records older than what the journal keeps are not missing`() async throws {
        try await run.rotate()
        try run.run(5)
        try await run.rotate()
        try deleteOldestFile()
        let findings = try await run.verify()
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.notKept.description == "1-5")
        #expect(findings.lines.contains("  no longer kept by the journal: 5: 1-5"))
    }

    @Test func `entries without a sequence are told and no fault`() async throws {
        try run.sender.send(RecordedRun.entry("answered"))
        let findings = try await run.verify()
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.tally.withoutSequence == 1)
        #expect(findings.lines.contains("  outside the chain: 1, made while the ledger took no records"))
    }

    @Test func `entries of another agent in the same journal are left out`() async throws {
        let body = RecordedRun.entry("applied", agent: "branch").canonicalBytes()
        let link = ChainLink.origin.next(body)
        let theirs = ChainedRecord(link: link, previousHash: ChainLink.origin.hash, body: body)
        try run.sender.send(encoded: theirs.journalEntry(isLate: false))
        let findings = try await run.verify()
        #expect(findings.exitCode == .success)
        #expect(findings.journal?.tally.otherAgents == 1)
        #expect(findings.journal?.tally.entries == 5)
    }

    @Test func `values of many lines, empty ones and names with several values are the same in both`() async throws {
        var entry = RecordedRun.entry("applied")
        entry.append("WRITEBACK_MESSAGE", "two\nlines = \n")
        entry.append("WRITEBACK_FIELD", "")
        for method in ["otp", "captcha", "otp"] { entry.append("WRITEBACK_METHODS", method) }
        try run.ship(try run.record(entry))
        let findings = try await run.verify()
        #expect(findings.journal?.altered == [])
        #expect(findings.exitCode == .success)
    }

    private func deleteOldestFile() throws {
        let machine = try #require(try FileManager.default.contentsOfDirectory(atPath: run.journalFolder).first)
        let folder = run.journalFolder + "/" + machine
        let archived = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("@") }.sorted()
        // The name ends with the sequence number and the time of the first entry (journald's own).
        let oldest = try #require(archived.min { $0.suffix(42) < $1.suffix(42) })
        try FileManager.default.removeItem(atPath: folder + "/" + oldest)
    }
}
