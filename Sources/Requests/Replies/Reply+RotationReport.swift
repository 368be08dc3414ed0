internal import JSON

extension Reply {
    /// The document that answers `POST /v1/rotate-bind`; it never holds a password.
    public init(rotation: RotationReport, story: Story) {
        self.init(
            document: .members([
                "outcome": .string(OutcomeKind.applied.rawValue),
                "time": .string("\(rotation.time)"),
                "correlation_id": .string(story.correlation),
                "directory": .string(rotation.directory),
                "identity": .string(rotation.identity),
                "settled": .boolean(rotation.isSettled),
                "servers": .array(rotation.servers.map(Self.proof)),
            ]))
    }

    private static func proof(_ proof: RotationReport.ServerProof) -> JSONValue {
        .members([
            "server": .string(proof.server), "proved": .boolean(proof.refusal == nil),
            "code": (proof.refusal?.entry.code).map { .string($0) },
            "detail": (proof.refusal?.description).map { .string($0) },
        ])
    }
}
