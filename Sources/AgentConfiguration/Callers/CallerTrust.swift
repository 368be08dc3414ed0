/// What proves that a request comes from a caller.
public enum CallerTrust: String, Sendable, CaseIterable {
    /// The kernel's word for the user and group at the other end of the socket (`SO_PEERCRED`, unix(7)).
    case peer
    /// A signature over the request (RFC 7515), by one of the caller's keys.
    case signature

    /// Whether one process may be both a caller trusted like `one` and another trusted like `other`; nil stands for a
    /// trust that is not known, which may turn out to be either.
    ///
    /// Where a request is signed, its issuer tells the callers apart. A process that is trusted for what it is must be
    /// one caller, or nobody could say whose request it is.
    static func mayShareProcess(_ one: CallerTrust?, _ other: CallerTrust?) -> Bool {
        one != .peer && other != .peer
    }
}
