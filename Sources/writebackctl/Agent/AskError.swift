internal import Secrets

/// Why the agent could not be asked, or why its answer is not known.
enum AskError: Error, Equatable {
    // Before anything was sent.
    case password(PasswordError)
    case secureMemory(SecretError)
    case signing(String)
    case pathTooLong(limit: Int)
    case noSocket(path: String)
    case nobodyListens(path: String)
    case permissionDenied(path: String)
    case connection(path: String, code: Int32)

    // Before the request was complete at the other end.
    case closedUnread
    case notSent(code: Int32)

    // Afterwards.
    case noReply
    case replyTimedOut(Duration)
    case receiving(code: Int32)
    case replyTooLarge(limit: Int)
    case malformedReply(String)

    /// Whether the agent may have carried out a request that ended so.
    var isAfterRequest: Bool {
        switch self {
        case .password, .secureMemory, .signing, .pathTooLong, .noSocket, .nobodyListens, .permissionDenied,
            .connection,
            .closedUnread, .notSent:
            false
        case .noReply, .replyTimedOut, .receiving, .replyTooLarge, .malformedReply: true
        }
    }
}
