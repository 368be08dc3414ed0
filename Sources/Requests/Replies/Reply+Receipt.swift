internal import JSON

extension Reply {
    /// The document of an applied request: all that a confirming mail to the user needs, and never a password.
    public init(receipt: Receipt, story: Story) {
        self.init(
            document: .members([
                "outcome": .string(OutcomeKind.applied.rawValue),
                "operation": (story.details?.operation.rawValue).map { .string($0) },
                "time": .string("\(receipt.time)"),
                "request_id": (story.details?.id).map { .string($0) },
                "correlation_id": .string(story.correlation),
                "directory": (story.account?.directory).map { .string($0) },
                "server": (story.account?.server).map { .string($0) },
                "account": story.account.map(Self.account),
                "password_changed": .boolean(receipt.passwordChanged),
                "was_locked": .boolean(receipt.wasLocked),
                "must_change": receipt.mustChange.map { .boolean($0) },
                "failed_attempts": .integer(receipt.failedAttempts),
                "last_failed_attempt": receipt.lastFailedAttempt.map { .string("\($0)") },
                "verified_by": .string(receipt.verification.rawValue),
                "other_servers": receipt.otherServers.isEmpty ? nil : .array(receipt.otherServers.map(Self.unlock)),
                "shortfall": (receipt.shortfall?.rawValue).map { .string($0) },
                "methods": (story.details?.methods).map { .array($0.map { .string($0) }) },
                "client": (story.details?.client).map { .string($0) },
                "administrator": (story.details?.administrator).map { .string($0) },
            ]))
    }

    private static func unlock(_ other: ServerUnlock) -> JSONValue {
        .members([
            "server": .string(other.server), "unlocked": .boolean(other.refusal == nil),
            "code": (other.refusal?.entry.code).map { .string($0) },
        ])
    }

    static func account(_ account: AccountIdentity) -> JSONValue {
        .members(["id": .string(account.anchor), "dn": .string(account.distinguishedName)])
    }
}
