public import Secrets

/// A well-formed request that nobody has authorised yet.
///
/// It is spent by the stage that authorises it, so that one request can be carried out once.
public struct Request: ~Copyable, Sendable {
    /// What the request says in clear.
    public let details: RequestDetails
    /// What it asks for, with its secrets.
    public let work: Work

    /// Reads a request from the JSON body of `POST /v1/requests` (RFC 8259, strictly: see ``RequestMember``).
    ///
    /// - Parameter body: The bytes as received, which may hold passwords.
    /// - Throws: ``Refusal/malformed(_:)`` naming the member and what is wrong with it; ``Refusal/busy(_:)`` when there
    ///   is no locked memory left for its passwords.
    public init(parsing body: borrowing Secret) throws(Refusal) {
        let draft = try body.withUnsafeBytes { bytes throws(Refusal) in try RequestDraft(reading: bytes) }
        let details = try draft.details()
        let work = try draft.work()
        self.details = details
        self.work = work
    }
}
