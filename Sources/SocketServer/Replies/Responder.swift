internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Requests
internal import Secrets

/// Answers the requests of one socket: finds the route, moves the body out of the network's memory, writes the reply.
struct Responder: Sendable {
    let routes: any Routes
    let limits: SocketLimits

    @concurrent
    func respond(
        to request: HummingbirdCore.Request, on gate: ConnectionGate, with writer: consuming ResponseWriter,
        over channel: any Channel
    ) async throws {
        let begun = gate.takeBeginning()
        guard !gate.hasLastWord else { return }
        guard let reply = await reply(to: request, on: gate, begun: begun) else { return }
        // A client that does not read must not hold the connection for ever.
        let cut = channel.eventLoop.scheduleTask(in: TimeAmount(limits.requestTimeout)) {
            channel.close(promise: nil)
        }
        defer { cut.cancel() }
        try await writer.write(response: reply.head, body: .init(byteBuffer: ByteBuffer(string: reply.body)))
    }

    /// The reply; nil when the gate has given one already.
    private func reply(
        to request: HummingbirdCore.Request, on gate: ConnectionGate, begun: ContinuousClock.Instant
    ) async -> Reply? {
        do {
            switch (request.head.path ?? "", request.method) {
            case ("/v1/requests", .post):
                let length = try bodyLength(request.headers)
                let body = try await request.body.secret(length: length)
                return await routes.request(body, from: gate.peer, begun: begun)
            case ("/v1/health", .get): return await routes.health()
            case ("/v1/policy", .get): return routes.policy()
            case ("/v1/requests", _): throw Refusal.methodNotAllowed(allowed: "POST")
            case ("/v1/health", _), ("/v1/policy", _): throw Refusal.methodNotAllowed(allowed: "GET")
            default: throw Refusal.noSuchPath
            }
        } catch {
            guard !gate.hasLastWord else { return nil }
            return routes.refuse(error as? Refusal ?? .malformedHTTP, to: gate.peer, begun: begun)
        }
    }

    /// The body's length by the headers, which also refuse what need not be read.
    private func bodyLength(_ headers: HTTPFields) throws(Refusal) -> Int {
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type?.trimmingSpaces == "application/json" else { throw .mediaType }
        guard let length = headers[.contentLength].flatMap({ Int($0) }) else { throw .lengthRequired }
        guard length <= RequestLimits.bodyBytes else { throw .tooLarge(limit: RequestLimits.bodyBytes) }
        return length
    }
}

extension String {
    /// The text without spaces at its end, as they may stand before a parameter (RFC 9110 section 8.3.1).
    fileprivate var trimmingSpaces: Substring {
        self[...].prefix(while: { !$0.isWhitespace })
    }
}
