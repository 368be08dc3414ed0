internal import JSON
public import Secrets

/// An administrator's order to give the agent's own identity in a directory a new password: the body of
/// `POST /v1/rotate-bind`.
public struct RotationOrder: Sendable, Equatable {
    /// The directory's configured name.
    public let directory: String

    /// Reads the JSON body, whose only member is `directory`.
    ///
    /// - Throws: ``Refusal/malformed(_:)`` naming the member and what is wrong with it.
    public init(parsing body: borrowing Secret) throws(Refusal) {
        var directory: String?
        try body.readMembers { (reader, name) throws(JSONError) in
            guard RequestMember(rawValue: name) == .directory else {
                throw .malformed(.init(field: name, problem: .unknownMember))
            }
            directory = try reader.directory(at: name)
        }
        guard let directory else {
            throw .malformed(.init(field: RequestMember.directory.rawValue, problem: .missing))
        }
        self.directory = directory
    }
}
