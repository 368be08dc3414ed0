/// What would work for an account, what would not, and why: the answer to `POST /v1/check`.
public struct CheckReport: Sendable {
    /// The account's state, and what stands in the way of each operation.
    public let status: StatusReport
    /// Which of the rights that the operations need the agent has.
    public let rights: [RightFinding]
    /// The directory, as far as it was recognised.
    public let directory: DirectoryDescription

    /// A report of these parts.
    public init(status: StatusReport, rights: [RightFinding], directory: DirectoryDescription) {
        self.status = status
        self.rights = rights
        self.directory = directory
    }
}
