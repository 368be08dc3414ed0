/// Why the ledger cannot be used. The description says what to do about it.
public enum LedgerError: Error, Sendable, Equatable {
    /// There is no file.
    case missing(path: String)
    /// Another agent has it.
    case inUse(path: String)
    /// It cannot be opened, read or written; the reason is the system's or SQLite's.
    case inaccessible(path: String, reason: String)
    /// Its log of changes is there, without the file that it belongs to.
    case bereft(path: String)
    /// It is a file of something else.
    case foreign(path: String)
    /// It was written by a newer version of the agent.
    case newer(path: String, version: Int, known: Int)
    /// Its content is not what was written to it.
    case damaged(path: String, reason: String)
    /// The file system has less room than what the records of writes in flight need.
    case full(path: String, bytes: Int)
    /// The agent is stopping and takes no more records.
    case closed

    /// Whether it may pass without the agent being started anew.
    var mayPass: Bool {
        switch self {
        case .missing, .inUse, .inaccessible, .full: true
        case .bereft, .foreign, .newer, .damaged, .closed: false
        }
    }
}
