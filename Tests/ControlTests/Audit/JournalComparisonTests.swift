import JOSE
import Requests
import SystemdLink
import Testing

@testable import Ledger
@testable import writebackctl

/// Entries held against rows, in orders that a running agent and journald bring about.
struct JournalComparisonTests {
    private static func rows(_ count: Int, agent: String? = "hq") -> LedgerRows {
        var rows = LedgerRows()
        var link = ChainLink.origin
        for _ in 0..<count {
            let body = RecordedRun.entry("applied", agent: agent).canonicalBytes()
            let previous = link.hash
            link = link.next(body)
            rows.add(LedgerRow(link: link, previousHash: previous, time: Timestamp(seconds: 0), body: body))
        }
        return rows
    }

    private static func entry(_ sequence: Int, after previous: Digest, agent: String? = "hq") -> StoredEntry {
        var fields = RecordedRun.entry("applied", agent: agent).fields.map { ($0.name.description, $0.value) }
        fields += [("WRITEBACK_SEQUENCE", "\(sequence)"), ("WRITEBACK_PREVIOUS_HASH", "\(previous)")]
        return StoredEntry(
            fields: fields.map { StoredField(name: $0.0, value: Array($0.1.utf8)) }, realtime: 1_000_000,
            cursor: "c\(sequence)")
    }

    private static func entries(of rows: LedgerRows) -> [StoredEntry] {
        (1...rows.count).compactMap { sequence in
            rows.hash(of: UInt64(sequence - 1)).map { entry(sequence, after: $0) }
        }
    }

    @Test func `what is recorded while the check runs is no foreign entry`() throws {
        let rows = Self.rows(3)
        let all = Self.entries(of: Self.rows(5))
        var comparison = JournalComparison(against: rows)
        for (number, entry) in all.enumerated() { comparison.take(entry, isNewer: number >= 3) }
        let findings = comparison.findings(shipped: 3, bodies: [:])
        #expect(!findings.isViolation)
        #expect(findings.tally.identical == 3)
        var strict = JournalComparison(against: rows)
        for entry in all { strict.take(entry, isNewer: false) }
        let strictFindings = strict.findings(shipped: 3, bodies: [:])
        #expect(strictFindings.foreignCounts == [.noRow: 2])
    }

    @Test func `a record that was handed over while the check runs is found among the newer entries`() {
        let rows = Self.rows(3)
        var comparison = JournalComparison(against: rows)
        for (number, entry) in Self.entries(of: rows).enumerated() { comparison.take(entry, isNewer: number > 0) }
        let findings = comparison.findings(shipped: 3, bodies: [:])
        #expect(!findings.isViolation)
        #expect(findings.tally.identical == 3)
    }

    @Test(arguments: [UInt64.max, UInt64(Int.max)])
    func `a made-up sequence, however far, costs nothing and is foreign`(sequence: UInt64) {
        let rows = Self.rows(1)
        var comparison = JournalComparison(against: rows)
        var fields = Self.entry(1, after: .zero).fields.filter { $0.name != "WRITEBACK_SEQUENCE" }
        fields.append(StoredField(name: "WRITEBACK_SEQUENCE", value: Array("\(sequence)".utf8)))
        comparison.take(StoredEntry(fields: fields, realtime: 0, cursor: ""), isNewer: false)
        let findings = comparison.findings(shipped: 0, bodies: [:])
        #expect(findings.foreignCounts == [.noRow: 1])
        var chain = JournalChain(of: [])
        chain.take(StoredEntry(fields: fields, realtime: 0, cursor: ""))
        chain.take(Self.entry(1, after: .zero))
        let alone = chain.findings(nil)
        #expect(alone.missing.count == sequence - 2)
    }

    @Test func `of ever so many findings the first are kept and all are counted`() {
        let rows = Self.rows(300)
        var comparison = JournalComparison(against: rows)
        for entry in Self.entries(of: rows).enumerated() where entry.offset % 2 == 0 {
            comparison.take(entry.element, isNewer: false)
        }
        for sequence in 0..<100 { comparison.take(Self.entry(1000 + sequence, after: .zero), isNewer: false) }
        let findings = comparison.findings(shipped: 300, bodies: [:])
        #expect(findings.missing.count == 150)
        #expect(findings.missing.description == "2, 4, 6, 8, 10, 12, 14, 16, 18, 20 and 140 more")
        #expect(findings.foreignCount == 100)
        #expect(findings.foreign.count == JournalComparison.limit)
    }

    @Test func `an entry without an agent's name belongs to the ledger, one with another name does not`() {
        let rows = Self.rows(2)
        #expect(rows.areOf(nil))
        #expect(rows.areOf("hq"))
        #expect(!rows.areOf("branch"))
    }
}
