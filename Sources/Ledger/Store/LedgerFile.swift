internal import Foundation
internal import GRDB

/// Opens the file of a ledger.
enum LedgerFile {
    /// How long an agent waits for one who looks into the file.
    private static let patience: Double = 5

    /// The one connection that writes.
    ///
    /// - Throws: ``LedgerError``; the file is then untouched, or new and empty.
    static func writer(of path: String) throws(LedgerError) -> DatabaseQueue {
        try create(path)
        return try opening(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { try prepare($0, path: path) }
            return queue
        }
    }

    /// What is no ledger, or a newer one, is left as it is. GRDB's own way to the write-ahead log would have it synced
    /// at checkpoints only.
    private static func prepare(_ database: Database, path: String) throws {
        let isNew = try Schema.isNew(database)
        if !isNew { try Schema.check(database, path: path) }
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw LedgerError.inaccessible(path: path, reason: "SQLite keeps no write-ahead log there")
        }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        if isNew { try Schema.create(database) }
    }

    /// A connection that only reads and never waits for the writer.
    ///
    /// - Throws: ``LedgerError``.
    static func reader(of path: String) throws(LedgerError) -> DatabaseQueue {
        guard access(path, F_OK) == 0 else { throw .missing(path: path) }
        return try opening(path) {
            var configuration = configuration
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.unsafeRead { try Schema.check($0, path: path) }
            return queue
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = false
        return configuration
    }

    /// Makes the file where there is none. SQLite would make it readable for everyone; its other files take after it.
    ///
    /// An empty file without a log is left by a start that was ended before SQLite wrote its header: it begins anew. An
    /// empty file, or none, beside a log with changes is what is left of a ledger: SQLite would take it for a new one.
    private static func create(_ path: String) throws(LedgerError) {
        let (size, logged) = (size(of: path), size(of: path + "-wal") ?? 0)
        // SQLite's header has 100 bytes.
        if let size, size >= 100 { return }
        guard logged == 0 else {
            throw size == nil ? .bereft(path: path) : .damaged(path: path, reason: "only its log has content")
        }
        guard size ?? 0 == 0 else { throw .damaged(path: path, reason: "it is cut off in its header") }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .inaccessible(path: path, reason: String(cString: strerror(errno))) }
        close(descriptor)
    }

    /// Bytes of a file, or nil where it is not there.
    static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    private static func opening(
        _ path: String, _ body: () throws -> DatabaseQueue
    ) throws(LedgerError) -> DatabaseQueue {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}
