public import Authorisation

/// An authorised request that the organisation's policy allows for this account in its present state.
///
/// Only this module can make one, and it can be spent once.
public struct PermittedWrite: ~Copyable, Sendable {
    /// The request, with its caller.
    public let authorised: AuthorisedRequest
    /// The account as it was when the write was permitted.
    public let facts: AccountFacts

    init(authorised: consuming AuthorisedRequest, facts: AccountFacts) {
        self.authorised = authorised
        self.facts = facts
    }
}
