public import Authorisation

/// A request that came again and whose write was begun before, with no known end: it must be found out what became of it.
///
/// Only this module can make one. It ends in ``Ledger/settle(_:as:story:)-(Reopened,_,_)`` when the truth was found, or
/// goes on by ``Ledger/foundUndone(_:)`` when the write has not happened.
public struct Reopened: ~Copyable, Sendable {
    /// The request, with its passwords: they may prove what became of the write.
    public let authorised: AuthorisedRequest
    /// The write that was begun.
    public let write: UnsettledWrite
    /// Whether the passwords are known to be those of the first sending.
    ///
    /// False for unsealed ones after a restart of the agent: they may be others, so that only a proof that the write is
    /// done settles it.
    public let isComparable: Bool

    init(_ authorised: consuming AuthorisedRequest, _ write: UnsettledWrite, isComparable: Bool) {
        self.authorised = authorised
        self.write = write
        self.isComparable = isComparable
    }

    consuming func intoAuthorised() -> AuthorisedRequest { authorised }
}
