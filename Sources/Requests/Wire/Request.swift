internal import JSON
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
        let draft: RequestDraft
        do throws(JSONError) {
            draft = try body.withUnsafeBytes { bytes throws(JSONError) in
                try RequestDraft(reading: bytes, form: .plain)
            }
        } catch {
            throw Refusal(error)
        }
        try self.init(draft)
    }

    init(_ draft: RequestDraft) throws(Refusal) {
        do throws(JSONError) {
            let details = try draft.details()
            let work = try draft.work()
            self.details = details
            self.work = work
        } catch {
            throw Refusal(error)
        }
    }

    /// Everything that it says in clear but its identifier, always in the same words: what a second request of the same
    /// identifier is compared by.
    public var canonicalText: String {
        JSONValue.members([
            "op": .string(details.operation.rawValue),
            "account": details.account.canonical,
            "directory": details.directory.map { .string($0) },
            "amr": .array(details.methods.map { .string($0) }),
            "captcha": details.captcha.map { .boolean($0) },
            "client": details.client.map { .string($0) },
            "act": details.administrator.map { .string($0) },
            "work": .string(work.wishes),
        ]).text
    }
}

extension AccountReference {
    fileprivate var canonical: JSONValue {
        switch self {
        case .id(let id): ["id": .string(id)]
        case .name(let name): ["name": .string(name)]
        }
    }
}
