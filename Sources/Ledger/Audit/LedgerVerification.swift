internal import GRDB
internal import Requests

/// Walks through a ledger's file, record by record, and says whether its chain holds.
///
/// It only reads, and may do so while the agent writes: it sees the ledger as it was when ``walk(_:)`` began. Memory is
/// bounded, however long the chain is.
///
/// ```swift
/// let verification = try LedgerVerification(path: "/var/lib/writebackd/ledger.db")
/// let verdict = try verification.walk { row throws(JournalReaderError) in
///     try compare(row.link, row.body, with: journal)
/// }
/// ```
public final class LedgerVerification: Sendable {
    private let path: String
    private let reader: DatabaseQueue

    /// Opens the ledger's file for reading.
    ///
    /// - Throws: ``LedgerError`` when it is not there, cannot be read or is no ledger.
    public init(path: String) throws(LedgerError) {
        self.path = path
        reader = try LedgerFile.reader(of: path)
    }

    /// Bytes of the file; 0 where it cannot be read.
    var size: Int {
        (try? reader.unsafeRead { database in try Checkup.size(database) }) ?? 0
    }

    /// Tells `row` every record in order, those after a break included, and answers with the first break if there is one.
    ///
    /// - Parameter row: Is told each record as it is stored; what it throws ends the walk.
    public func walk<Failure: Error>(_ row: (LedgerRow) throws(Failure) -> Void) throws(Failure) -> ChainVerdict {
        let audit = ChainAudit()
        var failure: Failure?
        do {
            try reader.read { database in
                try audit.begin(database)
                try audit.readRecords(database) { (record: LedgerRow) in
                    do throws(Failure) {
                        try row(record)
                        return true
                    } catch {
                        failure = error
                        return false
                    }
                }
                if failure == nil { try audit.checkOutcomes(database) }
            }
        } catch {
            audit.note(.unreadable(LedgerError(error, path: path).reason), at: audit.last.sequence + 1)
        }
        if let failure { throw failure }
        return audit.verdict
    }
}
