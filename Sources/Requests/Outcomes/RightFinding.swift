/// Whether the agent has one of the rights in a directory that its operations need.
public struct RightFinding: Sendable, Equatable {
    /// What was found.
    public enum State: String, Sendable, Equatable, CaseIterable {
        /// It has the right.
        case granted
        /// It lacks the right.
        case missing
        /// It has more than the right, and is no longer held to the directory's own rules.
        case excessive
        /// The directory does not tell.
        case unknown
    }

    /// The right.
    public let right: Right
    /// What was found.
    public let state: State
    /// The operations that need it.
    public let operations: [Operation]
    /// For an administrator: the command or LDIF that grants it, or how to find out.
    public let remedy: String?

    /// A finding about `right`.
    public init(_ right: Right, _ state: State, for operations: [Operation], remedy: String? = nil) {
        self.right = right
        self.state = state
        self.operations = operations
        self.remedy = remedy
    }
}
