internal import Requests

/// How far a request has come, as the ledger notes it; the raw values are those in the file.
enum RequestState: Int, Sendable {
    /// Its intent is recorded, its end is not.
    case open = 1
    /// It was sent, and nobody knows what became of it.
    case unknown = 2
    case applied = 3
    case refused = 4
    /// Nothing was written; it may be tried again.
    case notApplied = 5

    /// The states of requests that have come to an end, for SQL.
    static let settled = "3, 4, 5"

    /// The same in the words of a reply; an open one is as good as unknown.
    var outcome: OutcomeKind {
        switch self {
        case .open, .unknown: .unknown
        case .applied: .applied
        case .refused: .refused
        case .notApplied: .notApplied
        }
    }

    /// The state after a request was turned down or could not be carried out.
    init(_ refusal: Refusal) {
        self = refusal.entry.isRetryable ? .notApplied : .refused
    }
}
