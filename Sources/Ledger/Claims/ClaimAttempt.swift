internal import Requests

/// What came of trying to be the one who carries out a request.
enum ClaimAttempt {
    /// It is the caller's.
    case mine
    /// Somebody carries it out just now.
    case inFlight
    /// Somebody carries out another request of the same identity.
    case conflict(RequestPart)
}
