internal import JSON

extension Reply {
    /// The document that answers `POST /v1/check`: what `status` tells, with the directory and the agent's rights in it.
    public init(check: CheckReport, story: Story) {
        let directory: KeyValuePairs<String, JSONValue?> = [
            "outcome": .string(OutcomeKind.answered.rawValue),
            "correlation_id": .string(story.correlation),
            "kind": .string(check.directory.kind),
            "product": check.directory.product.map { .string($0) },
            "limits": .array(check.directory.limits.map(\.document)),
            "rights": .array(check.rights.map(Self.right)),
        ]
        self.init(document: .members(directory, Self.account(check.status, story)))
    }

    private static func right(_ finding: RightFinding) -> JSONValue {
        .members([
            "right": .string(finding.right.rawValue), "state": .string(finding.state.rawValue),
            "operations": .array(finding.operations.map { .string($0.rawValue) }),
            "remedy": finding.remedy.map { .string($0) },
        ])
    }
}
