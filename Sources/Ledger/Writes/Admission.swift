public import Authorisation

/// What the ledger says to a request before anything is done for it.
///
/// Frozen, so that other modules may take what is in it: only then can it be consumed there.
@frozen
public enum Admission: ~Copyable, Sendable {
    /// It was not carried out before; whoever has it must record an end.
    case new(AuthorisedRequest)
    /// It was, and this is how it ended.
    case answered(Outcome)
    /// It was begun before, with no known end; whoever has it must record one.
    case reopened(Reopened)
}
