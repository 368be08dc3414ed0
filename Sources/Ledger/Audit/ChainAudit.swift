internal import GRDB
internal import Requests

/// One walk through a ledger's records, and the first thing found wrong on the way.
final class ChainAudit {
    private(set) var last = ChainLink.origin
    private var base = ChainLink.origin
    private var shipped = 0
    private var found: ChainBreak?

    var verdict: ChainVerdict {
        if let found { return .broken(found) }
        return .intact(ChainExtent(base: base, last: last, shipped: shipped))
    }

    func note(_ fault: ChainFault, at sequence: Int) {
        found = found ?? ChainBreak(sequence: sequence, fault: fault)
    }

    func begin(_ database: Database) throws {
        guard let noted = try Meta.base(database) else {
            return note(.unreadable("its beginning is not noted"), at: 1)
        }
        (base, last) = (noted, noted)
        shipped = try Meta.shipped(database)
    }

    /// Reads every record in order, as long as `row` answers true.
    func readRecords(_ database: Database, _ row: (LedgerRow) -> Bool) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence, hash, time, body FROM records ORDER BY sequence")
        let records = try Row.fetchCursor(statement)
        while let record = try records.next() {
            guard let read = LedgerRow(record, after: last) else {
                note(.unreadable("a value has another type"), at: last.sequence + 1)
                continue
            }
            check(read)
            last = read.link
            guard row(read) else { return }
        }
    }

    private func check(_ row: LedgerRow) {
        guard row.link.sequence == last.sequence + 1 else {
            // Records before the base are left over from nothing that the agent does.
            return note(row.link.sequence > last.sequence ? .missing : .baseMismatch, at: last.sequence + 1)
        }
        guard last.next(row.body) == row.link else {
            return note(last == base && base != .origin ? .baseMismatch : .altered, at: row.link.sequence)
        }
    }

    /// Whether every settled request has its answer and the record of its end.
    func checkOutcomes(_ database: Database) throws {
        let orphan = try Row.fetchOne(
            database,
            sql: """
                SELECT issuer, id, record FROM requests WHERE state IN (\(RequestState.settled)) AND (
                    NOT EXISTS (SELECT 1 FROM records WHERE sequence = requests.record) OR
                    NOT EXISTS (SELECT 1 FROM answers WHERE record = requests.record)) LIMIT 1
                """)
        guard let orphan else { return }
        let identity = RequestIdentity(issuer: orphan.value(0) ?? "", id: orphan.value(1) ?? "")
        note(.outcomeMissing(identity), at: orphan.value(2) ?? 0)
    }
}

extension LedgerRow {
    /// The columns sequence, hash, time and body; nil where one is not of its type.
    init?(_ row: Row, after previous: ChainLink) {
        guard let sequence: Int = row.value(0), let hash = row.bytes(1), let time: Int = row.value(2),
            let body = row.bytes(3)
        else { return nil }
        link = ChainLink(sequence: sequence, hash: hash)
        previousHash = previous.hash
        self.time = Timestamp(seconds: time)
        self.body = body
    }
}
