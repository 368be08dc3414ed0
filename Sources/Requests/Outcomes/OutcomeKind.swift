/// The ends that a request can have; each request comes to exactly one.
public enum OutcomeKind: String, Sendable {
    /// Done, and verified on the server that did it.
    case applied
    /// Told what was asked; nothing was to be written.
    case answered
    /// Turned down: the same request will be turned down again until something changes.
    case refused
    /// Not carried out for a reason that may pass; nothing was written, and retrying is safe.
    case notApplied = "not_applied"
    /// Sent to the directory, which gave no answer; the write may or may not have happened.
    case unknown
}
