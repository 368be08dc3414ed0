public import Requests

/// A write that was begun and of which it is not known whether it happened, with what is needed to find out.
public struct UnsettledWrite: Sendable {
    /// The request that it was begun for.
    public let identity: RequestIdentity
    /// What was to be done.
    public let operation: Operation
    /// The entry that was to be written, in which directory, and the server that was written to.
    public let account: AccountIdentity
    /// When the intent was recorded.
    public let begun: Timestamp
    /// Why the end is unknown; nil where the agent ended before it could record one.
    public internal(set) var cause: Uncertainty?
    /// The value that moves with every write to the entry, as it was before.
    public let changeMark: String?
    /// When the password had last been changed before.
    public let lastChange: Timestamp?
    /// The value that the lock was read from.
    public let lockMark: String?
    /// Whether the account was locked before.
    public let wasLocked: Bool
    /// Wrong passwords counted before.
    public let failedAttempts: Int
    /// When the last of them was tried.
    public let lastFailedAttempt: Timestamp?
    /// Whether a change at the next sign-in was to be asked for; nil where nothing was said about it.
    public let mustChange: Bool?
    /// What is known of the request, for the record of how it ended.
    public let story: Story
    /// The record of the intent.
    var intent = 0

    /// The configured name of the directory.
    public var directory: String { account.directory }
    /// The URL of the server that was written to.
    public var server: String { account.server }
    /// The entry's distinguished name.
    public var distinguishedName: String { account.distinguishedName }
    /// The entry's immutable anchor.
    public var anchor: String { account.anchor }
}
