internal import Ledger
internal import SystemdLink

/// Checks a ledger's chain, and holds a journal against it.
///
/// The agent may be at work meanwhile. The rows are read after the journal's newest entry was noted, so each entry up to
/// there has its row, and before the journal is read, so each row that the journal had taken by then has its entry.
struct LedgerCheck {
    /// Thrown to end a walk early.
    private struct Enough: Error {}

    let path: String
    /// Nil to leave the journal alone.
    let journal: JournalOptions?
    let knownHead: KnownHead?

    var findings: AuditFindings {
        var findings = AuditFindings()
        let newest = newestCursor(&findings)
        do throws(LedgerError) {
            let ledger = try LedgerVerification(path: path)
            var rows = LedgerRows()
            let verdict = ledger.walk { rows.add($0) }
            let chain = LedgerFindings(path: path, rows: rows, verdict: verdict, knownHead: knownHead)
            findings.ledger = chain
            if findings.obstacles.isEmpty, journal != nil { compare(rows, chain, ledger, newest, &findings) }
        } catch {
            findings.obstacles.append(error.description)
        }
        return findings
    }

    private func newestCursor(_ findings: inout AuditFindings) -> String? {
        guard let journal else { return nil }
        do throws(JournalReadError) {
            var reader = try JournalReader(journal.source, matching: journal.matches)
            return try reader.newestCursor()
        } catch {
            findings.obstacles.append("the journal could not be read: \(error)")
            return nil
        }
    }

    private func compare(
        _ rows: LedgerRows, _ chain: LedgerFindings, _ ledger: LedgerVerification, _ newest: String?,
        _ findings: inout AuditFindings
    ) {
        guard let journal else { return }
        do throws(JournalReadError) {
            var comparison = JournalComparison(against: rows)
            try read(journal, newest, into: &comparison)
            let bodies = bodies(of: Set(comparison.contested.map(\.sequence)), in: ledger)
            let found = comparison.findings(shipped: chain.shipped, bodies: bodies)
            findings.journal = found
            if found.isEmpty { findings.obstacles.append(Self.nothingFound(in: journal)) }
        } catch {
            findings.obstacles.append("the journal could not be read: \(error)")
        }
    }

    private func read(
        _ journal: JournalOptions, _ newest: String?, into comparison: inout JournalComparison
    ) throws(JournalReadError) {
        var reader = try JournalReader(journal.source, matching: journal.matches)
        var isNewer = newest == nil
        while let entry = try reader.next() {
            comparison.take(entry, isNewer: isNewer)
            isNewer = isNewer || entry.cursor == newest
        }
    }

    /// The bodies of a few rows, which are not kept while the ledger is walked.
    private func bodies(of wanted: Set<UInt64>, in ledger: LedgerVerification) -> [UInt64: RecordBody] {
        guard let last = wanted.max() else { return [:] }
        var bodies: [UInt64: RecordBody] = [:]
        do throws(Enough) {
            _ = try ledger.walk { row throws(Enough) in
                guard let sequence = UInt64(exactly: row.link.sequence) else { return }
                if wanted.contains(sequence) { bodies[sequence] = RecordBody(bytes: row.body) }
                if sequence >= last { throw Enough() }
            }
        } catch {}
        return bodies
    }

    private static func nothingFound(in journal: JournalOptions) -> String {
        let filter = journal.matches.map { "\($0.field)=\($0.value)" }.joined(separator: " ")
        return
            "\(journal.source) has no entry of the ledger's records (looked for \(filter)): is it another namespace, "
            + "another unit, or was the journal erased?"
    }
}
