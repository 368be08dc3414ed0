import TestSupport

/// One row of the table in `Event+Entry.swift`, as its source text has it.
struct EventRow: Hashable {
    let name: String
    let messageID: String
    let severity: String

    /// All rows, in the order of the source.
    static func all() throws -> [EventRow] {
        let row = #/case \.(\w+):\s*\(\s*"([0-9a-f]{32})",\s*\.(\w+)\s*\)/#
        return try Repository.text("Sources/Ledger/Records/Event+Entry.swift").matches(of: row).map { match in
            EventRow(name: String(match.1).inSnakeCase, messageID: String(match.2), severity: String(match.3))
        }
    }
}
