internal import Glibc
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOExtras
internal import NIOHTTP1
internal import NIOPosix
public import ServiceLifecycle

/// HTTP/1.1 on a Unix socket: peers are checked when they connect, and every request gets one reply.
public struct SocketServer: Service {
    private let address: ListeningAddress
    private let limits: SocketLimits
    private let routes: any Routes
    private let logger: Logger
    private let ownProcess: Int32
    private let onListening: @Sendable () async -> Void

    /// A server that hands its requests to `routes`.
    ///
    /// - Parameter onListening: Called once connections are accepted.
    public init(
        address: ListeningAddress, limits: SocketLimits, routes: any Routes, logger: Logger,
        onListening: @escaping @Sendable () async -> Void
    ) {
        self.init(
            address: address, limits: limits, routes: routes, logger: logger, ownProcess: getpid(),
            onListening: onListening)
    }

    /// A server that takes `ownProcess` for the process it runs in, whose connections to itself are not counted.
    init(
        address: ListeningAddress, limits: SocketLimits, routes: any Routes, logger: Logger, ownProcess: Int32,
        onListening: @escaping @Sendable () async -> Void
    ) {
        self.ownProcess = ownProcess
        self.address = address
        self.limits = limits
        self.routes = routes
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until graceful shutdown, and then until the requests in flight are answered.
    public func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let server = try await bootstrap(group, quiescing)
        await withGracefulShutdownHandler {
            await onListening()
            await withDiscardingTaskGroup { tasks in
                do {
                    try await server.executeThenClose { connections in
                        for try await connection in connections {
                            guard let connection else { continue }
                            tasks.addTask(executorPreference: connection.executor) {
                                await connection.handle(logger: logger)
                            }
                        }
                    }
                } catch {
                    logger.error("accepting connections failed: \(error)")
                }
            }
        } onGracefulShutdown: {
            quiescing.initiateShutdown(promise: nil)
        }
    }

    private func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ quiescing: ServerQuiescingHelper
    ) async throws -> NIOAsyncChannel<Connection?, Never> {
        let registry = ConnectionRegistry(limit: limits.connections)
        let setup: @Sendable (any Channel) -> EventLoopFuture<Connection?> = { channel in
            Connection.setUp(
                channel, routes: routes, limits: limits, registry: registry, logger: logger, ownProcess: ownProcess)
        }
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(ChannelOptions.backlog, value: 256)
            .serverChannelOption(ChannelOptions.maxMessagesPerRead, value: 1)
            .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
        switch address {
        case .inherited(let descriptor): return try await bootstrap.bind(descriptor, childChannelInitializer: setup)
        case .path(let path):
            return try await bootstrap.bind(
                unixDomainSocketPath: path, cleanupExistingSocketFile: true, childChannelInitializer: setup)
        }
    }
}
