internal import JSON
internal import Requests
internal import Secrets

/// A request to be sent; what is nil is left out, and the agent decides it.
struct RequestDraft {
    let id: String
    let operation: Operation
    let account: AccountReference
    let directory: String?
    let unlock: Bool?
    let mustChange: Bool?
    let administrator: String?
    let client: String?
    let methods: [String]

    /// The JSON body of `POST /v1/requests`, in locked memory since it carries the passwords.
    func body(with passwords: [PasswordMember]) throws(SecretError) -> Secret {
        try SecretJSONWriter.object(String(members.text.dropLast()), passwords)
    }

    private var members: JSONValue { .object(clearMembers) }

    /// The members that are no secret.
    var clearMembers: [(name: String, value: JSONValue)] {
        let names = methods.map { JSONValue.string($0) }
        let members: KeyValuePairs<String, JSONValue?> = [
            Self.name(.id): .string(id),
            Self.name(.operation): .string(operation.rawValue),
            Self.name(.account): accountMembers,
            Self.name(.directory): directory.map { .string($0) },
            Self.name(.unlock): unlock.map { .boolean($0) },
            Self.name(.mustChange): mustChange.map { .boolean($0) },
            Self.name(.actor): administrator.map { .members(["sub": .string($0)]) },
            Self.name(.client): client.map { .string($0) },
            Self.name(.methods): names.isEmpty ? nil : .array(names),
        ]
        return members.compactMap { name, value in value.map { (name, $0) } }
    }

    private var accountMembers: JSONValue {
        switch account {
        case .name(let name): .members(["name": .string(name)])
        case .id(let id): .members(["id": .string(id)])
        }
    }

    private static func name(_ member: RequestMember) -> String { member.rawValue }
}
