internal import Glibc
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import Requests

/// One accepted connection of a known peer.
struct Connection: Sendable {
    private let http: HTTP1Channel
    private let value: HTTP1Channel.Value
    /// Where ``handle(logger:)`` is to run.
    let executor: LoopExecutor

    /// Sets up a connection, or closes it unread and answers nil when the peer is a stranger or there is no room.
    static func setUp(
        _ channel: any Channel, routes: any Routes, limits: SocketLimits, registry: ConnectionRegistry, logger: Logger,
        ownProcess: Int32
    ) -> EventLoopFuture<Connection?> {
        PeerCredentials.peer(of: channel).flatMap { peer in
            guard let peer, routes.admits(peer) else { return close(channel) }
            let gate = ConnectionGate(peer: peer, channel: channel, limits: limits, routes: routes)
            // The agent's check of itself takes nobody's place, and finds one when callers hold them all.
            let isOwn = peer.pid == ownProcess && peer.uid == geteuid()
            guard isOwn || registry.admit(gate) else { return close(channel) }
            return setUp(channel, gate, Responder(routes: routes, limits: limits), registry, logger)
        }
    }

    private static func close(_ channel: any Channel) -> EventLoopFuture<Connection?> {
        channel.close().map { nil }
    }

    private static func setUp(
        _ channel: any Channel, _ gate: ConnectionGate, _ responder: Responder, _ registry: ConnectionRegistry,
        _ logger: Logger
    ) -> EventLoopFuture<Connection?> {
        var configuration = HTTP1Channel.Configuration(idleTimeout: TimeAmount(responder.limits.idleTimeout))
        configuration.httpDecoder = .init(
            maxHeaderFieldSize: SocketLimits.headerBytes, maxHeaderListSize: SocketLimits.headerBytes,
            maxHeaderFieldCount: SocketLimits.headerFields)
        let http = HTTP1Channel(
            responder: { request, writer, channel in
                try await responder.respond(to: request, on: gate, with: writer, over: channel)
            }, configuration: configuration)
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(ByteHandler(gate: gate), position: .first)
            try pipeline.addHandler(PartHandler(gate: gate, registry: registry), position: .after(decoder))
            return Connection(http: http, value: value, executor: LoopExecutor(loop: channel.eventLoop))
        }
    }

    func handle(logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
