/// Why a connection's socket was shut down from outside, or must not be used again.
enum CutReason: Sendable {
    case deadline
    case cancelled
    /// The peer is gone or talks nonsense, or the connection was closed by its owner.
    case broken
}
