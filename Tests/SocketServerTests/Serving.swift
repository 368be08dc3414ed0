import Foundation
import Logging
import ServiceLifecycle
import TestSupport

@testable import SocketServer

/// A real server on a temporary socket, for as long as a test needs it.
struct Serving: Sendable {
    let path: String
    let routes: SampleRoutes
    private let group: ServiceGroup

    /// No process: the clients of a test, which runs in the server's own, are counted like anybody's.
    static let nobody: Int32 = 0

    /// Runs `body` beside a server, stops the server gracefully, and returns when it has ended.
    static func run(
        _ routes: SampleRoutes = SampleRoutes(), limits: SocketLimits = .patient, address: ListeningAddress? = nil,
        at path: String = freePath(), ownProcess: Int32 = nobody,
        _ body: @escaping @Sendable (Serving) async throws -> Void
    ) async throws {
        let (listening, notice) = AsyncStream.makeStream(of: Void.self)
        let server = SocketServer(
            address: address ?? .path(path), limits: limits, routes: routes, logger: Logger(label: "test"),
            ownProcess: ownProcess, onListening: { notice.finish() })
        let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
        let serving = Serving(path: path, routes: routes, group: group)
        try await withTaskExecutorPreference(ThreadPerJob()) {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                for await _ in listening {}
                defer { routes.release() }
                try await body(serving)
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }

    static func freePath() -> String {
        "/tmp/writebackd-server-\(UInt64.random(in: 0 ... .max)).sock"
    }

    func client(patience: Int = 60) throws -> SocketClient {
        try SocketClient(path: path, patience: patience)
    }

    /// Begins to stop; requests in flight are finished.
    func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Sends `text` over a new connection and reads one reply.
    func reply(to text: String) throws -> HTTPReply {
        let client = try client()
        client.send(text)
        return try client.reply()
    }

    /// Waits until something has come to pass on the server's side.
    func until(attempts: Int = 6000, _ condition: () -> Bool) async throws {
        for _ in 0..<attempts {
            if condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw TestFailure("it did not come to pass")
    }
}

extension SocketLimits {
    static let patient = SocketLimits(connections: 100, idleTimeout: .seconds(60), requestTimeout: .seconds(60))
    /// No connection of anybody's is let in.
    static let none = SocketLimits(connections: 0, idleTimeout: .seconds(60), requestTimeout: .seconds(60))
    /// Slow clients lose their patience with this server first.
    static let hasty = SocketLimits(connections: 100, idleTimeout: .seconds(60), requestTimeout: .milliseconds(300))
}
