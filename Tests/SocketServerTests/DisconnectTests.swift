import Requests
import SocketServer
import TestSupport
import Testing

/// Clients that close one half or both, or never read.
@Suite(.timeLimit(.minutes(3)))
struct DisconnectTests {
    @Test func `a client that has closed its sending half gets its reply`() async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes) { server in
            let client = try server.client()
            client.send(HTTPText.post("{}"))
            client.endSending()
            try await server.until { routes.held == 1 }
            routes.release()
            #expect(try client.reply().status == 200)
            #expect(client.isClosed())
        }
    }

    @Test(arguments: [
        "GET /v1/he", "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    ])
    func `a client that ends in the middle of a request is not taken at its word`(text: String) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(text)
            client.endSending()
            let reply = try? client.reply()
            #expect(reply == nil || reply?["code"] == "malformed_http")
            #expect(client.isClosed())
            #expect(server.routes.bodies == [])
        }
    }

    @Test func `clients that disconnect in the middle of a request leave nothing behind`() async throws {
        let limits = SocketLimits(connections: 2, idleTimeout: .seconds(60), requestTimeout: .seconds(60))
        try await Serving.run(limits: limits) { server in
            for number in 0..<20 {
                let whole = HTTPText.post("{\"n\":12345}")
                try server.client().send(String(whole.prefix(whole.count - 1 - number * 5)))
            }
            // Each of them held a place and was no idle one: a place is free only if they are gone.
            var reply: HTTPReply?
            try await server.until {
                reply = try? server.reply(to: HTTPText.health)
                return reply != nil
            }
            #expect(reply?.status == 200)
            #expect(server.routes.bodies == [])
        }
    }

    @Test func `a client that disconnects before its reply leaves nothing behind`() async throws {
        let routes = SampleRoutes(holds: true)
        let limits = SocketLimits(connections: 1, idleTimeout: .seconds(60), requestTimeout: .seconds(60))
        try await Serving.run(routes, limits: limits) { server in
            var client: SocketClient? = try server.client()
            client?.send(HTTPText.post("{}"))
            try await server.until { routes.held == 1 }
            client = nil
            routes.release()
            try await server.until { (try? server.reply(to: HTTPText.health))?.status == 200 }
            #expect(routes.bodies == ["{}"])
        }
    }

    @Test func `a client that never reads its one reply is cut off when it has been idle`() async throws {
        let routes = SampleRoutes(policyText: String(repeating: "p", count: 1 << 22))
        let limits = SocketLimits(connections: 10, idleTimeout: .milliseconds(200), requestTimeout: .seconds(600))
        try await Serving.run(routes, limits: limits) { server in
            let client = try server.client()
            client.send(HTTPText.policy)
            // Empty lines begin no request, and can be sent until the other end is closed.
            try await server.until { !client.send("\r\n") }
        }
    }

    @Test func `a client that never reads is cut off`() async throws {
        let routes = SampleRoutes(policyText: String(repeating: "p", count: 1 << 20))
        try await Serving.run(routes, limits: .hasty) { server in
            let client = try server.client()
            while client.send(HTTPText.policy) {}
            #expect(try server.reply(to: HTTPText.health).status == 200)
        }
    }
}
