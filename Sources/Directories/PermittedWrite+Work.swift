internal import AccountPolicy
internal import Authorisation
internal import Requests

/// What the dialects ask of a permitted write.
extension PermittedWrite {
    var operation: Operation { authorised.request.details.operation }

    /// Whether a lock is to be cleared: by an unlock, or by a reset that does not say otherwise.
    var wantsUnlock: Bool { authorised.request.work.wantsUnlock }

    /// Whether the write is a reset that asks for a new password at the next sign-in.
    var wantsChange: Bool { authorised.request.work.wantsChange }
}
