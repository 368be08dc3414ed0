public import Requests

/// What can be wrong with a record in a ledger.
public enum ChainFault: Sendable, Equatable {
    /// The number is left out.
    case missing
    /// The stored hash is not the one that follows from the record before and the body.
    case altered
    /// The first record does not follow from the noted end of those that were pruned.
    case baseMismatch
    /// The record of how this settled request ended is not there, or the answer that was given.
    case outcomeMissing(RequestIdentity)
    /// The file is damaged here (the reason is SQLite's).
    case unreadable(String)
}
