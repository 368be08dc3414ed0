internal import JSON

extension Reply {
    /// The document that answers `status`.
    public init(report: StatusReport, story: Story) {
        self.init(
            document: .members([
                "outcome": .string(OutcomeKind.answered.rawValue),
                "operation": .string(Operation.status.rawValue),
                "request_id": (story.details?.id).map { .string($0) },
                "correlation_id": .string(story.correlation),
                "directory": (story.account?.directory).map { .string($0) },
                "server": (story.account?.server).map { .string($0) },
                "account": story.account.map(Self.account),
                "lock": Self.lock(report.lock),
                "failed_attempts": .integer(report.failedAttempts),
                "last_failed_attempt": report.lastFailedAttempt.map { .string("\($0)") },
                "must_change": .boolean(report.mustChange),
                "last_change": report.lastChange.map { .string("\($0)") },
                "password_rules": report.rules.map(Self.rules),
                "operations": Self.operations(report),
            ]))
    }

    private static func lock(_ lock: LockState) -> JSONValue {
        switch lock {
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
            "history": rules.history.map { .integer($0) },
            "min_age_seconds": rules.minimumAge.map { .integer($0) },
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
