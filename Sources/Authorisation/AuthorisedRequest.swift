internal import JOSE
public import Requests

/// A request whose caller is known and may ask for it: the proof that ``Authorisation`` said yes.
///
/// Only this module can make one, and it can be spent once.
public struct AuthorisedRequest: ~Copyable, Sendable {
    /// The request itself.
    public let request: Request
    /// The configured caller's name.
    public let caller: String
    /// What makes it the same as another request.
    public let identity: RequestIdentity
    /// By what it is held against another one of the same identity.
    public let fingerprint: RequestFingerprint

    init(request: consuming Request, caller: Caller, passwords: PasswordFingerprint) {
        let details = SHA256.digest(Array(request.canonicalText.utf8))
        identity = RequestIdentity(issuer: caller.issuer, id: request.details.id)
        fingerprint = RequestFingerprint(details: details, passwords: passwords)
        self.caller = caller.name
        self.request = request
    }
}
