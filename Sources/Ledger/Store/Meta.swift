internal import GRDB

/// The few values that the ledger notes about itself, each under its name.
enum Meta {
    /// The last record that was pruned.
    static func base(_ database: Database) throws -> ChainLink? {
        guard let sequence: Int = try value("base_sequence", database)?.value(0),
            let hash = try value("base_hash", database)?.bytes(0), hash.count == ChainLink.origin.hash.count
        else { return nil }
        return ChainLink(sequence: sequence, hash: hash)
    }

    static func setBase(_ link: ChainLink, _ database: Database) throws {
        try set("base_sequence", link.sequence, database)
        try set("base_hash", link.hash.column, database)
    }

    /// The last record that the journal has taken; 0 where nothing is noted.
    static func shipped(_ database: Database) throws -> Int {
        try value("shipped", database)?.value(0) ?? 0
    }

    static func setShipped(_ sequence: Int, _ database: Database) throws {
        try set("shipped", sequence, database)
    }

    /// Notes when the ledger was opened, so that one that takes no writes shows at once.
    static func setOpened(_ seconds: Int, _ database: Database) throws {
        try set("opened", seconds, database)
    }

    private static func value(_ name: String, _ database: Database) throws -> Row? {
        let statement = try database.cachedStatement(sql: "SELECT value FROM meta WHERE name = ?")
        return try Row.fetchOne(statement, arguments: [name])
    }

    private static func set(_ name: String, _ value: some DatabaseValueConvertible, _ database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
        try statement.execute(arguments: [name, value])
    }
}
