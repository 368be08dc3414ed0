internal import Requests

/// A request that somebody is carrying out.
struct Claim {
    typealias Waiter = (id: UInt64, continuation: CheckedContinuation<ClaimWait, Never>)

    /// By what other requests of the same identity are compared; nil while the ledger itself looks after a write.
    let fingerprint: RequestFingerprint?
    /// The write of which it must still be found out whether it happened.
    var unsettled: UnsettledWrite?
    var waiters: [Waiter] = []
}
