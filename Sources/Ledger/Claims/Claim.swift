internal import Requests

/// A request that somebody is carrying out.
struct Claim {
    typealias Waiter = (id: UInt64, continuation: CheckedContinuation<ClaimWait, Never>)

    /// By what other requests of the same identity are compared; nil while the ledger itself looks after a write.
    let fingerprint: RequestFingerprint?
    var waiters: [Waiter] = []
}
