internal import GRDB
internal import Glibc

extension LedgerError: CustomStringConvertible {
    /// What is wrong, without the way out.
    var reason: String {
        switch self {
        case .missing(let path): "there is no ledger \(path)"
        case .inUse(let path): "another agent has the ledger \(path)"
        case .inaccessible(let path, let reason): "the ledger \(path) cannot be used: \(reason)"
        case .bereft(let path): "the ledger \(path) is missing, but its log \(path)-wal is there"
        case .foreign(let path): "the file \(path) is no ledger of writebackd"
        case .newer(let path, let version, let known):
            "the ledger \(path) has the format \(version) of a newer writebackd; this one knows \(known)"
        case .damaged(let path, let reason): "the ledger \(path) is damaged: \(reason)"
        case .full(let path, let bytes): "the file system of the ledger \(path) has less than \(bytes >> 20) MiB left"
        case .closed: "the agent is stopping"
        }
    }

    /// What is wrong and the way out; safe to log.
    public var description: String {
        wayOut.map { "\(reason); \($0)" } ?? reason
    }

    private var wayOut: String? {
        switch self {
        case .missing: "check the path"
        case .inUse: "stop that one, or give each its own ledger"
        case .inaccessible: "put right its file system or its permissions; it is tried again every second"
        case .bereft(let path):
            "stop writebackd, and put the file back beside it, or move \(path)-wal and \(path)-shm away and start again:"
                + Self.forgetting
        case .foreign(let path): "\(Self.removal(path)), or configure another path"
        case .newer(let path, _, _):
            "install that version again, or \(Self.removal(path)) and start again:" + Self.forgetting
        case .damaged(let path, _):
            "stop writebackd, run 'writebackctl audit verify' to see what is left, \(Self.removal(path)) and start again:"
                + Self.forgetting
        case .full: "make room; it is tried again every second"
        case .closed: nil
        }
    }

    private static let forgetting =
        " a new ledger begins, and requests made before are then not known to have been made"

    /// What SQLite keeps beside a file would be taken for that of the next one.
    private static func removal(_ path: String) -> String {
        "move the file away together with \(path)-wal and \(path)-shm, where they are, but leave \(path).lock"
    }

    /// What an error of SQLite's means for the ledger at `path`.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self = .inaccessible(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        self =
            switch error.resultCode {
            // The statements are right: where SQLite finds one wrong, the tables are.
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
                .damaged(path: path, reason: reason)
            case .SQLITE_FULL: .full(path: path, bytes: FreeSpace.reserve)
            case .SQLITE_READONLY where access(path, W_OK) == 0:
                .damaged(path: path, reason: "its header forbids writing")
            default: .inaccessible(path: path, reason: "\(reason) (SQLite \(error.extendedResultCode.rawValue))")
            }
    }
}
