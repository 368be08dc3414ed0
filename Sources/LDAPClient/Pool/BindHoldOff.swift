internal import Synchronization

/// Remembers that a server refused the credentials, so that the account is not locked by asking again and again.
final class BindHoldOff: Sendable {
    private let refusal = Mutex<(error: LDAPError, until: ContinuousClock.Instant)?>(nil)
    private let length: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    init(length: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.length = length
        self.now = now
    }

    /// Throws the remembered refusal until its time is over.
    func check() throws(LDAPError) {
        let now = now()
        let standing = refusal.withLock { refusal in
            if let until = refusal?.until, until <= now { refusal = nil }
            return refusal?.error
        }
        if let standing { throw standing }
    }

    /// Remembers `error` if it says that the credentials are wrong or the account is locked.
    func note(_ error: LDAPError) {
        guard error.isRefusal else { return }
        let until = now() + length
        refusal.withLock { $0 = (error, until) }
    }
}
