/// What a search found.
public struct SearchResult: Sendable {
    /// The entries, in the server's order.
    public let entries: [Entry]
    /// URLs of other servers that hold more of the subtree (search continuations); never followed here.
    public let references: [String]
    /// The final answer: success, or sizeLimitExceeded when there were more entries than asked for.
    public let result: LDAPResult

    /// Whether the server had more entries than the size limit let through.
    public var isTruncated: Bool { result.code == .sizeLimitExceeded }
}
