internal import Directories
internal import JSON
internal import Ledger
internal import Requests

/// The document that answers `GET /v1/health`.
struct HealthReport {
    let reply: Reply

    /// The health of a generation that serves.
    init(_ generation: Generation, _ ledger: Ledger, _ board: HealthBoard) {
        let directories = generation.directories
        let healths = directories.map { board.health(of: $0.settings.name) }
        let isDown = healths.allSatisfy { $0?.isUp == false }
        let isDegraded = ledger.journalFailure != nil || healths.contains { $0?.isUp == false }
        let isRecording = ledger.failure == nil
        let status = !isRecording ? "not_recording" : isDown ? "directory_down" : isDegraded ? "degraded" : "ready"
        reply = Reply(
            status: isRecording && !isDown ? 200 : 503,
            document: .members([
                "status": .string(status), "version": .string(AgentVersion.current), "agent": .string(generation.agent),
                "ledger": Self.condition(ledger.failure), "journal": Self.condition(ledger.journalFailure),
                "directories": .array(zip(directories, healths).map { DirectoryReport($0, $1).document }),
            ]))
    }

    /// The health of an agent without a valid configuration.
    init(errors: Int) {
        reply = Reply(
            status: 503,
            document: .members([
                "status": "misconfigured", "version": .string(AgentVersion.current), "errors": .integer(errors),
                "detail": .string(Refusal.misconfigured.description),
            ]))
    }

    private static func condition(_ failure: String?) -> JSONValue {
        .members(["status": failure == nil ? "ok" : "failing", "reason": failure.map { .string($0) }])
    }
}
