internal import Foundation
internal import GRDB

/// The ledger's file, as the one thread has it that writes.
final class LedgerStore: @unchecked Sendable {
    // Unchecked: it is handed from the thread that opens the ledger to the one that writes, and used by one at a time.

    let path: String
    /// The last record.
    private(set) var head = ChainLink.origin
    /// The last record that the journal is known to have taken.
    private(set) var shipped = 0
    /// How often something went to disk.
    private(set) var commits = 0
    /// Whether the clock may tell what is old; nil before the file was opened for the first time.
    var clock: ClockTrust?

    private let run: [UInt8]
    private var lock: LedgerLock?
    private var queue: DatabaseQueue?

    /// - Parameter run: Marks fingerprints that only this life of the agent can compare.
    init(path: String, run: [UInt8]) {
        self.path = path
        self.run = run
    }

    var isConnected: Bool { queue != nil }

    /// Opens the file, checks it and finds its end.
    ///
    /// - Parameter now: Seconds since 1970, noted in the file to prove that it takes writes.
    /// - Throws: ``LedgerError``; it may be tried again.
    func connect(now: Int) throws(LedgerError) {
        if lock == nil { lock = try LedgerLock(path: path) }
        let queue = try LedgerFile.writer(of: path)
        do {
            try queue.writeWithoutTransaction { database in
                let extent = try Checkup(database: database, path: path).run()
                clock = try clock ?? ClockTrust(newest: Self.newestTime(database), wall: now, at: .now)
                try database.inTransaction(.immediate) {
                    try Meta.setOpened(now, database)
                    return .commit
                }
                (head, shipped) = (extent.last, extent.shipped)
            }
        } catch {
            throw error as? LedgerError ?? LedgerError(error, path: path)
        }
        self.queue = queue
    }

    /// When the last record was made, in seconds since 1970; nil where there is none.
    private static func newestTime(_ database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT time FROM records ORDER BY sequence DESC LIMIT 1")
    }

    /// Lets go of the file, after an error or at the end; the right to it is kept.
    func disconnect() {
        try? queue?.close()
        queue = nil
    }

    /// Records all of `submissions`, or none, in one transaction that is on disk when this returns.
    ///
    /// - Parameter shipped: The last record that the journal has taken by now.
    func commit(_ submissions: [Submission], at time: Int, shipped: Int) throws(LedgerError) -> [ChainedRecord] {
        let records = try transaction { database in
            let table = RequestTable(database: database, run: run)
            var (last, records) = (head, [ChainedRecord]())
            for submission in submissions {
                let link = last.next(submission.body)
                try insert(link, submission.body, time, database)
                if let change = submission.change { try table.apply(change, record: link.sequence) }
                records.append(ChainedRecord(link: link, previousHash: last.hash, body: submission.body))
                last = link
            }
            if shipped > self.shipped { try Meta.setShipped(shipped, database) }
            return records
        }
        self.shipped = max(shipped, self.shipped)
        head = records.last?.link ?? head
        return records
    }

    private func insert(_ link: ChainLink, _ body: [UInt8], _ time: Int, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO records (sequence, time, hash, body) VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [link.sequence, time, link.hash.column, body.column])
    }

    /// Removes up to ``Pruning/chunk`` records that are older than `limit` and that the journal has taken.
    ///
    /// - Returns: The last record that was removed, or nil when there was none.
    func prune(before limit: Int, shipped: Int) throws(LedgerError) -> ChainLink? {
        try transaction { try Pruning(database: $0).remove(before: limit, upTo: shipped) }
    }

    private func transaction<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        guard let queue else { throw .closed }
        do {
            var value: Value?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return .commit
                }
            }
            commits += 1
            guard let value else { throw LedgerError.closed }
            return value
        } catch {
            throw error as? LedgerError ?? LedgerError(error, path: path)
        }
    }

    /// Writes everything into the one file, and lets go of it and of the right to it.
    func close(shipped: Int) {
        if shipped > self.shipped { _ = try? commit([], at: 0, shipped: shipped) }
        _ = try? queue?.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        disconnect()
        lock = nil
    }
}
