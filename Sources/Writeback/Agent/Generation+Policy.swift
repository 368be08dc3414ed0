internal import AccountPolicy
internal import Directories
internal import JSON
internal import Requests

extension Generation {
    /// The policy as callers may read it: what is switched on, how much a request may hold, whom to ask.
    var policyDocument: JSONValue {
        .members([
            "agent": .string(agent),
            "operations": .object(
                Operation.allCases.map { ($0.rawValue, .boolean(flow.policy.operations.contains($0))) }),
            "directories": .array(directories.map { .string($0.settings.name) }),
            "limits": [
                "body_bytes": .integer(RequestLimits.bodyBytes),
                "password_characters": .integer(RequestLimits.passwordCharacters),
                "account_characters": .integer(RequestLimits.accountCharacters),
                "request_seconds": .integer(Int(requestTimeout.components.seconds)),
            ],
            "contact": flow.policy.contact.map { .string($0) },
        ])
    }
}
