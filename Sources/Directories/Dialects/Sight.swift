internal import Requests

/// What an entry shows of the writes to it.
struct Sight {
    /// When the password was last changed; nil when the server does not tell.
    var changedAt: Timestamp?
    /// A value that moves with every write to the entry.
    var mark: String?
    /// Whether the mark is a time of whole seconds, so that two writes may leave the same one.
    var marksSeconds = false
    /// The value that a lock is known by; nil when none is seen.
    var lock: String?
    /// Whether a new password is asked for at the next sign-in.
    var mustChange = false
    /// Whether the server has yet to write what follows from a new password, as some do after their answer.
    var isPending = false
}
