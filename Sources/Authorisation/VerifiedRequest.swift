public import Requests
internal import Secrets

/// A request that a configured caller has signed, before it is known whether it is for this agent, in time and granted.
///
/// Only this module can make one, and it can be spent once.
public struct VerifiedRequest: ~Copyable, Sendable {
    /// Who signed it.
    public let caller: Caller
    /// What it says.
    public let request: SignedRequest
    let signatory: Signatory

    init(caller: Caller, signatory: Signatory, request: consuming SignedRequest) {
        self.caller = caller
        self.signatory = signatory
        self.request = request
    }

    consuming func opened(by open: (SealedPassword) throws(Refusal) -> Secret) throws(Refusal) -> Request {
        try request.request(opening: open)
    }
}
