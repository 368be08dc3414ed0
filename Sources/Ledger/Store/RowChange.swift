internal import Requests

/// What a record changes in what the ledger knows of requests.
enum RowChange: Sendable {
    /// A write is about to be sent.
    case began(UnsettledWrite, RequestFingerprint)
    /// A request came to its end. With a fingerprint it may be one that no intent was recorded for.
    case ended(RequestIdentity, RequestFingerprint?, RequestState, Reply)
    /// Nobody knows what became of a write.
    case uncertain(RequestIdentity, Uncertainty)
}
