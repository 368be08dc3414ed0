import SocketServer
import TestSupport
import Testing

/// A server that is asked to stop.
@Suite(.timeLimit(.minutes(3)))
struct GracefulStopTests {
    @Test func `a request in flight is answered, and only then the server ends`() async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes) { server in
            let client = try server.client()
            client.send(HTTPText.post("{\"n\":1}"))
            try await server.until { routes.held == 1 }
            await server.stop()
            try await server.until { (try? server.client()) == nil }
            routes.release()
            #expect(try client.reply()["body"] == "{\"n\":1}")
            #expect(client.isClosed())
        }
    }

    @Test func `idle connections are closed, and nobody new is let in`() async throws {
        try await Serving.run { server in
            let (silent, used) = (try server.client(), try server.client())
            used.send(HTTPText.health)
            #expect(try used.reply().status == 200)
            await server.stop()
            #expect(used.isClosed())
            #expect(silent.isClosed())
            try await server.until { (try? server.client()) == nil }
        }
    }

    @Test func `a request that is only half there is not waited for without end`() async throws {
        try await Serving.run(limits: .hasty) { server in
            let client = try server.client()
            client.send("POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{")
            await server.stop()
            _ = try? client.reply()
            #expect(client.isClosed())
        }
    }

    @Test func `the agent finds its own socket answered while it serves, and not afterwards`() async throws {
        let path = Serving.freePath()
        try await Serving.run(at: path) { server in
            #expect(await SelfCheck.isAnswered(socketPath: server.path, within: .seconds(30)))
        }
        #expect(await !SelfCheck.isAnswered(socketPath: path, within: .seconds(30)))
    }
}
