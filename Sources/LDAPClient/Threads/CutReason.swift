/// Why a connection's socket was shut down from outside, or must not be used again.
enum CutReason: Sendable {
    case deadline
    case cancelled
    /// The peer is gone or talks nonsense.
    case broken
    /// Its owner closed it.
    case closed
}
