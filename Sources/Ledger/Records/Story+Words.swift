internal import Requests

/// The words that a message names a request by.
extension Story {
    var operation: String { details?.operation.rawValue ?? "request" }

    /// The account as the caller named it, or whoever sent something that names none.
    var subject: String { details.map { "'\($0.account.text)'" } ?? "uid \(peer.uid)" }
}

extension Refusal {
    var verdict: String { entry.outcome == .refused ? "refused" : "not carried out" }
}
