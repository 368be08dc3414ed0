internal import JSON

extension JSONValue {
    /// An object of two groups of members, without those that have no value.
    static func members(
        _ first: KeyValuePairs<String, JSONValue?>, _ second: KeyValuePairs<String, JSONValue?>
    ) -> JSONValue {
        .object([first, second].flatMap { $0.compactMap { name, value in value.map { (name, $0) } } })
    }
}

extension Reply {
    /// The document that answers `status`.
    public init(report: StatusReport, story: Story) {
        let request: KeyValuePairs<String, JSONValue?> = [
            "outcome": .string(OutcomeKind.answered.rawValue),
            "operation": .string(Operation.status.rawValue),
            "request_id": (story.details?.id).map { .string($0) },
            "correlation_id": .string(story.correlation),
        ]
        self.init(document: .members(request, Self.account(report, story)))
    }

    /// What is told of an account, by whatever it was asked for.
    static func account(_ report: StatusReport, _ story: Story) -> KeyValuePairs<String, JSONValue?> {
        [
            "directory": (story.account?.directory).map { .string($0) },
            "server": (story.account?.server).map { .string($0) },
            "account": story.account.map(Self.account),
            "lock": Self.lock(report.lock),
            "failed_attempts": .integer(report.failedAttempts),
            "last_failed_attempt": report.lastFailedAttempt.map { .string("\($0)") },
            "must_change": .boolean(report.mustChange),
            "last_change": report.lastChange.map { .string("\($0)") },
            "password_expires": report.passwordExpires.map { .string("\($0)") },
            "password_rules": report.rules.map(Self.rules),
            "operations": Self.operations(report),
        ]
    }

    private static func lock(_ lock: LockState) -> JSONValue? {
        switch lock {
        case .unknown: nil
        case .open: ["locked": false]
        case .byAdministrator: ["locked": true, "by_administrator": true]
        case .locked(let since, let until):
            .members([
                "locked": true, "by_administrator": false, "since": .string("\(since)"),
                "until": until.map { .string("\($0)") },
            ])
        }
    }

    private static func rules(_ rules: PasswordRules) -> JSONValue {
        .members([
            "min_length": rules.minimumLength.map { .integer($0) },
            "max_length": rules.maximumLength.map { .integer($0) },
            "min_classes": rules.minimumClasses.map { .integer($0) },
            "forbids_names": rules.forbidsNames ? true : nil,
            "history": rules.history.map { .integer($0) },
            "history_on_reset": rules.history.map { _ in .boolean(rules.remembersOnReset) },
            "min_age_seconds": rules.minimumAge.map { .integer($0) },
            "min_age_on_reset": rules.minimumAge.map { _ in .boolean(rules.agesOnReset) },
            "max_age_seconds": rules.maximumAge.map { .integer($0) },
            "lockout_threshold": rules.lockoutThreshold.map { .integer($0) },
            "lockout_seconds": rules.lockoutDuration.map { .integer($0) },
        ])
    }

    private static func operations(_ report: StatusReport) -> JSONValue {
        .object(
            report.obstacles.map { operation, refusal in
                let code = refusal?.entry.code
                let detail = refusal?.description
                return (
                    operation.rawValue,
                    .members([
                        "eligible": .boolean(refusal == nil), "code": code.map { .string($0) },
                        "detail": detail.map { .string($0) },
                        "parameters": refusal.flatMap { $0.parameters.isEmpty ? nil : .members($0.parameters) },
                    ])
                )
            })
    }
}
