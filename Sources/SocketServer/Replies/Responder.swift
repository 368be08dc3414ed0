internal import FaultPoints
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
            switch (try Route(request.head.path ?? ""), request.method) {
            case (.requests, .post):
                let (form, length) = (try form(request.headers), try bodyLength(request.headers))
                let body = try await request.body.secret(length: length)
                FaultPoint.bodyReceived.reached()
                return await routes.request(body, as: form, from: gate.peer, begun: begun)
            case (.request(let id, let issuer), .get):
                return await routes.outcome(of: id, issuer: issuer, for: gate.peer, begun: begun)
            case (.keys, .get): return routes.keys()
            case (.health, .get): return await routes.health()
            case (.policy, .get): return routes.policy()
            case (.check, .post):
                return await routes.check(try await document(of: request), from: gate.peer, begun: begun)
            case (.rotateBind, .post):
                return await routes.rotateBind(try await document(of: request), from: gate.peer, begun: begun)
            case (.requests, _), (.check, _), (.rotateBind, _): throw Refusal.methodNotAllowed(allowed: "POST")
            default: throw Refusal.methodNotAllowed(allowed: "GET")
            }
        } catch {
            guard !gate.hasLastWord else { return nil }
            return routes.refuse(error as? Refusal ?? .malformedHTTP, to: gate.peer, begun: begun)
        }
    }

    /// The body of an administrator's question, which is JSON and is not signed.
    private func document(of request: HummingbirdCore.Request) async throws -> Secret {
        guard try form(request.headers) == .plain else { throw Refusal.mediaType }
        return try await request.body.secret(length: try bodyLength(request.headers))
    }

    /// The form of the body by its content type (RFC 9110 section 8.3.1), whatever its parameters.
    private func form(_ headers: HTTPFields) throws(Refusal) -> RequestForm {
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        switch type?.trimmingSpaces {
        case "application/json": return .plain
        case "application/jwt": return .signed
        default: throw .mediaType
        }
    }

    /// The body's length by the headers, which also refuse what need not be read.
    private func bodyLength(_ headers: HTTPFields) throws(Refusal) -> Int {
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
