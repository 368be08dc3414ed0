internal import Requests

/// Where the ledger is and how long it remembers.
public struct LedgerSettings: Sendable {
    /// Its file; beside it SQLite keeps `-wal` and `-shm`, and the ledger `.lock`.
    public let path: String
    /// How long a record is kept at least; zero for ever.
    public let retention: Duration
    /// The clock that records are dated by.
    let now: @Sendable () -> Timestamp

    /// A ledger at `path` that keeps records for `retention`, or for ever if that is zero.
    public init(path: String, retention: Duration) {
        self.init(path: path, retention: retention, now: { .now })
    }

    init(path: String, retention: Duration, now: @escaping @Sendable () -> Timestamp) {
        self.path = path
        self.retention = retention
        self.now = now
    }
}
