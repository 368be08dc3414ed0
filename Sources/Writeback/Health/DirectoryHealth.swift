internal import Requests

/// What the monitor last found of a directory.
public struct DirectoryHealth: Sendable, Equatable {
    /// Whether it answered.
    let isUp: Bool
    /// The code of why not, if it did not.
    let code: String?
    /// The same for a person.
    let reason: String?
    /// Since when it has been so.
    let since: Timestamp
}
