internal import Requests

/// What the ledger knows of a request that came before.
struct KnownRequest: Sendable {
    let state: RequestState
    let fingerprint: RequestFingerprint
    /// The life of the ledger in which a keyed fingerprint was made; empty for others.
    let run: [UInt8]
    /// How it was answered, where it has come to an end.
    let answer: Reply?
    /// The write, where its end is not known.
    let write: UnsettledWrite?

    /// Whether the life of the ledger that `run` marks can tell its passwords from others.
    func isComparable(run: [UInt8]) -> Bool { !fingerprint.passwords.isKeyed || self.run == run }

    /// What differs in a request of the same identity, or nil where it is the same one.
    func difference(to other: RequestFingerprint, run: [UInt8]) -> RequestPart? {
        guard fingerprint.details == other.details else { return .details }
        guard case .keyed = other.passwords, !isComparable(run: run) else {
            return fingerprint.passwords == other.passwords ? nil : .passwords
        }
        // The key that could tell is gone. What has an answer keeps it; what has none does no harm by being looked at.
        return state == .applied || state == .refused ? .unknown : nil
    }
}
