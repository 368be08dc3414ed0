/// What proves that a request is a caller's.
public enum CallerProof: Sendable {
    /// The kernel's word for the process at the other end of the socket.
    case peer
    /// A signature by one of the caller's keys.
    case signature(Signatory)
}
