public import Requests

/// A request whose caller is known and may ask for it: the proof that ``Authorisation`` said yes.
///
/// Only this module can make one, and it can be spent once.
public struct AuthorisedRequest: ~Copyable, Sendable {
    /// The request itself.
    public let request: Request
    /// The configured caller's name.
    public let caller: String

    init(request: consuming Request, caller: String) {
        self.request = request
        self.caller = caller
    }
}
