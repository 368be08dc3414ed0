/// What proves that a request comes from a caller.
public enum CallerTrust: String, Sendable, CaseIterable {
    /// The kernel's word for the user and group at the other end of the socket (`SO_PEERCRED`, unix(7)).
    case peer
}
