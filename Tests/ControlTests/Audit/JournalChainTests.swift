import SystemdLink
import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import Ledger
@testable import writebackctl

/// The chain, checked from the journal alone: by the command, and by the script that is shipped.
@Suite(.timeLimit(.minutes(2)))
struct JournalChainTests {
    private let run: RecordedRun

    init() async throws {
        run = try await RecordedRun()
        try run.run(5)
    }

    @Test func `an untouched journal vouches for itself, late entries and repeats included`() async throws {
        let records = try (0..<3).map { _ in try run.record() }
        for record in [records[1], records[0]] { try run.ship(record) }
        for record in records { try run.ship(record, isLate: true) }
        let findings = try await run.verify("--journal-only", "--known-head", "8:\(run.link.hexadecimal)")
        #expect(findings.exitCode == .success)
        #expect(findings.chain?.head?.description == "8:\(run.link.hexadecimal)")
        #expect(findings.chain?.knownHead?.standing == .confirmed)
        #expect(findings.chain?.tally.repeats == 2)
        #expect(try await script() == "8 records, from 1; head 8:\(run.link.hexadecimal)\n")
    }

    @Test func `an altered entry shows in the one after it`() async throws {
        let record = try run.record()
        let body = RecordedRun.entry("refused").canonicalBytes()
        try run.ship(ChainedRecord(link: record.link, previousHash: record.previousHash, body: body))
        try run.run(2)
        let findings = try await run.verify("--journal-only")
        #expect(findings.exitCode == .violation)
        #expect(findings.chain?.broken.description == "7")
        #expect(findings.chain?.missing.isEmpty == true)
        try await expectScript(toFind: "7: does not follow from the one before")
    }

    @Test func `missing and conflicting entries are told`() async throws {
        try run.record()
        let record = try run.record()
        try run.ship(record)
        let body = RecordedRun.entry("refused").canonicalBytes()
        try run.ship(ChainedRecord(link: record.link, previousHash: record.previousHash, body: body))
        let findings = try await run.verify("--journal-only")
        #expect(findings.chain?.missing.description == "6")
        #expect(findings.chain?.conflicting == [7])
        #expect(findings.exitCode == .violation)
        try await expectScript(toFind: "6 to 6: missing")
        try await expectScript(toFind: "7: two entries that differ")
    }

    @Test func `of several agents one has to be named`() async throws {
        let body = RecordedRun.entry("applied", agent: "branch").canonicalBytes()
        let theirs = ChainedRecord(
            link: ChainLink.origin.next(body), previousHash: ChainLink.origin.hash, body: body)
        try run.sender.send(encoded: theirs.journalEntry(isLate: false))
        let both = try await run.verify("--journal-only")
        #expect(both.exitCode == .cannotCheck)
        #expect(both.lines.first?.contains("several agents (branch, hq)") == true)
        let one = try await run.verify("--journal-only", "--agent", "hq")
        #expect(one.exitCode == .success)
        #expect(one.chain?.tally.otherAgents == 1)
    }

    @Test func `a binary value, which the export format writes in its own way, is followed by the script`() async throws
    {
        var entry = RecordedRun.entry("applied")
        entry.append("WRITEBACK_MESSAGE", "one\ntwo")
        try run.ship(try run.record(entry))
        try run.run(1)
        #expect(try await run.verify("--journal-only").exitCode == .success)
        #expect(try await script() == "7 records, from 1; head 7:\(run.link.hexadecimal)\n")
    }

    private func script() async throws -> String {
        _ = try await run.journald.everything()
        let words = [
            "-c", "journalctl -q -D \"$0\" -o export SYSLOG_IDENTIFIER=writebackd | python3 \"$1\" 2>&1",
            run.journalFolder,
            Repository.root + "/examples/verify-journal.py",
        ]
        return try await Command.run("/bin/bash", words)
    }

    private func expectScript(toFind text: String) async throws {
        _ = try await run.journald.everything()
        let words = [
            "-c", "journalctl -q -D \"$0\" -o export SYSLOG_IDENTIFIER=writebackd | python3 \"$1\" >&2",
            run.journalFolder,
            Repository.root + "/examples/verify-journal.py",
        ]
        await #expect {
            try await Command.run("/bin/bash", words)
        } throws: { error in
            "\(error)".contains("status 256") && "\(error)".contains(text)
        }
    }
}
