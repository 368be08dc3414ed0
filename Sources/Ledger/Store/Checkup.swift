internal import GRDB

/// Looks at a ledger before it is used: all of it where it is small, its ends where it is large.
struct Checkup {
    /// Bytes up to which the whole file is looked at; larger ones are walked through while the agent works.
    static let wholeSize = 32 << 20
    /// Records at the end whose hashes are always calculated.
    private static let records = 1000

    let database: Database
    let path: String

    /// - Throws: ``LedgerError/damaged(path:reason:)``, or an error of SQLite's.
    func run() throws -> ChainExtent {
        if try Self.size(database) <= Self.wholeSize { try checkStructure() }
        guard let base = try Meta.base(database) else { throw damage("its beginning is not noted") }
        let shipped = try Meta.shipped(database)
        let last = try checkEnd(from: base)
        guard (0...last.sequence).contains(shipped) else { throw damage("its end is missing: the journal has more") }
        guard try Int.fetchOne(database, sql: "SELECT max(record) FROM answers") ?? 0 <= last.sequence else {
            throw damage("its end is missing: there are answers without a record")
        }
        return ChainExtent(base: base, last: last, shipped: shipped)
    }

    /// Bytes of the file.
    static func size(_ database: Database) throws -> Int {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }

    private func checkStructure() throws {
        let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
        guard verdict == "ok" else { throw damage(verdict.replacing("\n", with: " ")) }
    }

    /// Calculates the last hashes anew, and looks whether the first record is where it should be.
    private func checkEnd(from base: ChainLink) throws -> ChainLink {
        let ends = try Row.fetchOne(database, sql: "SELECT min(sequence), max(sequence) FROM records")
        guard let ends, let first: Int = ends.value(0), let last: Int = ends.value(1) else { return base }
        guard first == base.sequence + 1 else { throw damage("record \(base.sequence + 1) is missing") }
        let start = max(base.sequence, last - Self.records)
        var link = start == base.sequence ? base : try self.link(start)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT sequence, hash, time, body FROM records WHERE sequence > ? ORDER BY sequence",
            arguments: [start])
        while let row = try rows.next() {
            guard let read = LedgerRow(row, after: link), link.next(read.body) == read.link else {
                throw damage("record \(link.sequence + 1) was altered or is missing")
            }
            link = read.link
        }
        return link
    }

    private func link(_ sequence: Int) throws -> ChainLink {
        let row = try Row.fetchOne(
            database, sql: "SELECT hash FROM records WHERE sequence = ?", arguments: [sequence])
        guard let hash = row?.bytes(0) else { throw damage("record \(sequence) is missing") }
        return ChainLink(sequence: sequence, hash: hash)
    }

    private func damage(_ reason: String) -> LedgerError {
        .damaged(path: path, reason: reason)
    }
}
