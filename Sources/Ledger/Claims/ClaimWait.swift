/// What came of waiting for the one who carries out the same request.
enum ClaimWait: Sendable {
    case ended(ClaimEnd)
    /// Nobody carries it out any more: it may be tried for anew.
    case free
    /// Too many wait already, or the time is over.
    case givenUp
}
