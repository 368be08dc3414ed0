internal import GRDB

/// The tables of a ledger, and how a file is known to be one.
enum Schema {
    /// `PRAGMA application_id`: "WBLG".
    static let application = 0x5742_4C47
    /// `PRAGMA user_version`: raised with every change of the tables.
    static let version = 1

    /// The tables are strict, so that a value of another type is damage and not an oddity.
    ///
    /// The rows of `requests` are small: they lie in the order of random identifiers, so every write touches pages all
    /// over that table, and what need not be there is in tables that grow at their end.
    private static let tables = """
        CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
        CREATE TABLE records (
            sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, hash BLOB NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE requests (
            issuer TEXT NOT NULL, id TEXT NOT NULL, state INTEGER NOT NULL, record INTEGER NOT NULL,
            details BLOB NOT NULL, password_kind INTEGER NOT NULL, passwords BLOB NOT NULL, run BLOB,
            PRIMARY KEY (issuer, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE answers (
            record INTEGER PRIMARY KEY, issuer TEXT NOT NULL, id TEXT NOT NULL, status INTEGER NOT NULL,
            content_type TEXT NOT NULL, retry_after INTEGER, body TEXT NOT NULL
        ) STRICT;
        CREATE TABLE unsettled (
            issuer TEXT NOT NULL, id TEXT NOT NULL, intent INTEGER NOT NULL, begun INTEGER NOT NULL, cause TEXT,
            operation TEXT NOT NULL, directory TEXT NOT NULL, server TEXT NOT NULL, dn TEXT NOT NULL,
            anchor TEXT NOT NULL, change_mark TEXT, last_change INTEGER, lock_mark TEXT, was_locked INTEGER NOT NULL,
            failed_attempts INTEGER NOT NULL, last_failed_attempt INTEGER, must_change INTEGER,
            correlation TEXT NOT NULL, uid INTEGER NOT NULL, gid INTEGER NOT NULL, pid INTEGER NOT NULL, caller TEXT,
            names_id INTEGER NOT NULL, account TEXT NOT NULL, requested_directory TEXT, methods TEXT NOT NULL,
            captcha INTEGER, client TEXT, administrator TEXT,
            PRIMARY KEY (issuer, id)
        ) STRICT, WITHOUT ROWID;
        """

    /// Whether nothing is in the file yet.
    static func isNew(_ database: Database) throws -> Bool {
        let found = try version(of: database)
        guard found.version == 0, found.application == 0 else { return false }
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    /// Refuses a file that is no ledger, or one of a newer version.
    static func check(_ database: Database, path: String) throws {
        let found = try version(of: database)
        guard found.application == application, found.version > 0 else { throw LedgerError.foreign(path: path) }
        guard found.version <= version else {
            throw LedgerError.newer(path: path, version: found.version, known: version)
        }
    }

    /// Makes the tables.
    static func create(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            try database.execute(sql: tables)
            try Meta.setBase(.origin, database)
            try Meta.setShipped(0, database)
            try database.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    private static func version(of database: Database) throws -> (application: Int, version: Int) {
        (
            try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
            try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        )
    }
}
