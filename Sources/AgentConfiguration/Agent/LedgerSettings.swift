/// `[ledger]`: where the agent keeps what it was asked and what came of it.
public struct LedgerSettings: Sendable, Equatable {
    /// The path of the database.
    public let path: String
    /// How long a record is kept; nil for ever.
    public let retention: Duration?

    /// What holds when the file says nothing, or cannot be read.
    public static let standard = LedgerSettings(
        path: "/var/lib/writebackd/ledger.db", retention: .seconds(400 * 86400))

    init(_ table: TableReader) {
        let standard = Self.standard
        path = table.value("path", .path, default: standard.path)
        retention = table.value(
            "retention", .durationOrForever(in: .seconds(86400)...(.seconds(36500 * 86400))),
            default: standard.retention)
    }

    private init(path: String, retention: Duration?) {
        self.path = path
        self.retention = retention
    }
}
