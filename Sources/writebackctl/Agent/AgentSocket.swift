internal import Secrets

/// The agent's HTTP interface on its Unix socket: one connection for each request.
struct AgentSocket {
    let path: String
    /// How long one read or write may take: longer than the agent's own longest deadline of 120 seconds.
    var timeout: Duration = .seconds(130)

    /// Asks for the document at `target`.
    func get(_ target: String) throws(AskError) -> HTTPReply {
        let connection = try UnixConnection(path: path, timeout: timeout)
        try connection.send(head("GET", target, []))
        return try reply(over: connection)
    }

    /// Sends `body`, which goes from its locked memory into the socket without a copy.
    func post(
        _ target: String, _ body: borrowing Secret, contentType: String = "application/json"
    ) throws(AskError) -> HTTPReply {
        let connection = try UnixConnection(path: path, timeout: timeout)
        try connection.send(head("POST", target, ["Content-Type: \(contentType)", "Content-Length: \(body.count)"]))
        do throws(AskError) {
            try body.withUnsafeBytes { bytes throws(AskError) in try connection.send(bytes) }
        } catch .closedUnread {
            return try earlyReply(over: connection)
        }
        return try reply(over: connection)
    }

    /// The reply to a request whose body was not read to its end, as one that is too large.
    private func earlyReply(over connection: borrowing UnixConnection) throws(AskError) -> HTTPReply {
        do throws(AskError) {
            return try reply(over: connection)
        } catch {
            throw .closedUnread
        }
    }

    private func head(_ method: String, _ target: String, _ fields: [String]) -> String {
        let always = [
            "Host: localhost", "User-Agent: writebackctl/\(Writebackctl.version)",
            "Accept: application/json, application/problem+json", "Connection: close",
        ]
        return (["\(method) \(target) HTTP/1.1"] + always + fields + ["", ""]).joined(separator: "\r\n")
    }

    private func reply(over connection: borrowing UnixConnection) throws(AskError) -> HTTPReply {
        var reader = HTTPReplyReader()
        while true {
            let bytes = try connection.receive()
            guard !bytes.isEmpty else { throw reader.isEmpty ? .noReply : .malformedReply("it ends too early") }
            if let reply = try reader.read(bytes) { return reply }
        }
    }
}
