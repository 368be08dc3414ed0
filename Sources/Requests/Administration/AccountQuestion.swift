internal import JSON
public import Secrets

/// An administrator's question what would work for an account: the body of `POST /v1/check`.
public struct AccountQuestion: Sendable, Equatable {
    /// The account that is meant.
    public let account: AccountReference
    /// The configured directory that it is in, if the question names one.
    public let directory: String?

    /// Reads the JSON body: `account` as in a request, and perhaps `directory`.
    ///
    /// - Throws: ``Refusal/malformed(_:)`` naming the member and what is wrong with it.
    public init(parsing body: borrowing Secret) throws(Refusal) {
        var account: AccountReference?
        var directory: String?
        try body.readMembers { (reader, name) throws(JSONError) in
            switch RequestMember(rawValue: name) {
            case .account: account = try reader.account(at: name)
            case .directory: directory = try reader.directory(at: name)
            default: throw .malformed(.init(field: name, problem: .unknownMember))
            }
        }
        guard let account else {
            throw .malformed(.init(field: RequestMember.account.rawValue, problem: .missing))
        }
        self.account = account
        self.directory = directory
    }
}
