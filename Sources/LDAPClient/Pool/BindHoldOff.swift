internal import Synchronization

/// Remembers that a server refused the credentials, so that the account is not locked by asking again and again.
final class BindHoldOff: Sendable {
    private let refusal = Mutex<(result: LDAPResult, until: ContinuousClock.Instant)?>(nil)
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
            return refusal?.result
        }
        if let standing { throw .result(standing) }
    }

    /// Remembers `result` if it says that the credentials are wrong or the account is locked.
    func note(_ result: LDAPResult) {
        guard Self.isRefusal(result) else { return }
        let until = now() + length
        refusal.withLock { $0 = (result, until) }
    }

    /// 389 Directory Server answers constraintViolation for a locked account, with the reason in the control.
    static func isRefusal(_ result: LDAPResult) -> Bool {
        result.code == .invalidCredentials || result.passwordPolicy?.error != nil
    }
}
