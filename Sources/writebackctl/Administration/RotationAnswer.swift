internal import ArgumentParser

/// The reply to `POST /v1/rotate-bind`.
struct RotationAnswer: Decodable, Equatable {
    struct Server: Decodable, Equatable {
        let server: String
        let proved: Bool
        let detail: String?
    }

    let correlationId: String?
    let directory: String?
    let identity: String?
    let settled: Bool
    let servers: [Server]
}

extension RotationAnswer: AdministratorDocument {
    var exitCode: ExitCode { .success }

    /// Which servers take the new password, and what becomes of the old one.
    var lines: [String] {
        var facts = FactList()
        for server in servers {
            facts.add(
                server.server, server.proved ? "takes the new password" : "not proved: \(server.detail ?? "unknown")")
        }
        facts.add(
            "the password before",
            settled ? "forgotten" : "kept until every server takes the new one; the agent looks by itself")
        facts.add(requestID: nil, correlationID: correlationId)
        return ["done: \(identity ?? "the agent") has a new password in directory \(directory ?? "")"] + facts.lines
    }
}
