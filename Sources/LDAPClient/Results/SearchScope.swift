/// How far below its base a search looks (RFC 4511 section 4.5.1.2).
public enum SearchScope: Int32, Sendable {
    /// The base entry alone.
    case base = 0
    /// The entries directly below the base, without it.
    case oneLevel = 1
    /// The base and everything below it.
    case subtree = 2
}
