import Foundation
import SocketServer
import TestSupport
import Testing

/// Who is let in, and for how many there is room.
@Suite(.timeLimit(.minutes(3)))
struct AdmissionTests {
    private static let ten = SocketLimits(connections: 10, idleTimeout: .seconds(60), requestTimeout: .seconds(60))

    @Test func `a stranger's connection is closed unread`() async throws {
        let routes = SampleRoutes(known: false)
        try await Serving.run(routes) { server in
            for text in ["", HTTPText.health, HTTPText.post("{}"), "garbage"] {
                let client = try server.client()
                client.send(text)
                #expect(client.isClosed())
            }
            #expect(routes.bodies == [])
            #expect(routes.refusals == [])
            #expect(routes.peers.count == 1)
        }
    }

    @Test func `a hundred connections for ten places: each newcomer is served, the longest idle makes room`()
        async throws
    {
        try await Serving.run(limits: Self.ten) { server in
            var clients: [SocketClient] = []
            for _ in 0..<100 {
                let client = try server.client()
                client.send(HTTPText.health)
                #expect(try client.reply().status == 200)
                clients.append(client)
            }
            for client in clients.prefix(90) { #expect(client.isClosed()) }
            for client in clients.suffix(10) {
                client.send(HTTPText.health)
                #expect(try client.reply().status == 200)
            }
        }
    }

    @Test func `a connection that was used lately is not the one to go`() async throws {
        try await Serving.run(limits: Self.ten) { server in
            let clients = try (0..<10).map { _ in try server.client() }
            for client in clients + clients.prefix(1) {
                client.send(HTTPText.health)
                #expect(try client.reply().status == 200)
            }
            #expect(try server.reply(to: HTTPText.health).status == 200)
            #expect(clients[1].isClosed())
            clients[0].send(HTTPText.health)
            #expect(try clients[0].reply().status == 200)
        }
    }

    @Test func `silent connections make room for one that asks`() async throws {
        try await Serving.run(limits: Self.ten) { server in
            let silent = try (0..<50).map { _ in try server.client() }
            #expect(try server.reply(to: HTTPText.health).status == 200)
            let left = silent.filter { $0.send(HTTPText.health) && (try? $0.reply()) != nil }
            #expect((9...10).contains(left.count))
        }
    }

    @Test func `connections whose requests are at work are not closed for a newcomer`() async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes, limits: Self.ten) { server in
            let busy = try (0..<10).map { _ in try server.client() }
            for client in busy { client.send(HTTPText.post("{}")) }
            try await server.until { routes.held == 10 }
            #expect(try server.client().isClosed())
            routes.release()
            for client in busy { #expect(try client.reply().status == 200) }
            #expect(try server.reply(to: HTTPText.health).status == 200)
        }
    }

    @Test func `the agent finds its own socket answered when callers hold every place`() async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes, limits: Self.ten, ownProcess: Serving.nobody) { server in
            let busy = try (0..<10).map { _ in try server.client() }
            for client in busy { client.send(HTTPText.post("{}")) }
            try await server.until { routes.held == 10 }
            #expect(await !SelfCheck.isAnswered(socketPath: server.path, within: .seconds(30)))
            routes.release()
        }
        try await Serving.run(limits: .none, ownProcess: getpid()) { server in
            #expect(await SelfCheck.isAnswered(socketPath: server.path, within: .seconds(30)))
        }
    }

    @Test func `the agent's own connections are not counted and close nobody's`() async throws {
        let one = SocketLimits(connections: 1, idleTimeout: .seconds(600), requestTimeout: .seconds(600))
        try await Serving.run(limits: one, ownProcess: getpid()) { server in
            let clients = try (0..<10).map { _ in try server.client() }
            for client in clients + clients {
                client.send(HTTPText.health)
                #expect(try client.reply().status == 200)
            }
        }
    }

    @Test(arguments: [HTTPText.health, HTTPText.policy, HTTPText.post("{}"), "garbage\r\n\r\n"])
    func `a peer that was removed is not served on the connection it has`(text: String) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(HTTPText.health)
            #expect(try client.reply().status == 200)
            server.routes.removeAll()
            client.send(text)
            #expect(client.isClosed())
            #expect(server.routes.bodies == [])
            #expect(server.routes.refusals == [])
        }
    }

    @Test func `a peer that was removed gets the replies to what it asked before`() async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes) { server in
            let client = try server.client()
            client.send(HTTPText.post("{}"))
            try await server.until { routes.held == 1 }
            routes.removeAll()
            client.send(HTTPText.policy)
            try await server.until { routes.questions >= 4 }
            routes.release()
            #expect(try client.reply()["body"] == "{}")
            #expect(client.isClosed())
        }
    }

    @Test func `a refused request whose body came after its reply leaves an idle connection`() async throws {
        let one = SocketLimits(connections: 1, idleTimeout: .seconds(600), requestTimeout: .seconds(600))
        try await Serving.run(limits: one) { server in
            let client = try server.client()
            client.send("POST /v1/requests HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{")
            #expect(try client.reply().status == 415)
            #expect(try server.client().isClosed())
            client.send("}")
            try await server.until { (try? server.reply(to: HTTPText.health))?.status == 200 }
            #expect(client.isClosed())
        }
    }

    @Test func `an inherited socket is served, and its path stays`() async throws {
        let path = Serving.freePath()
        let descriptor = try BoundSocket.listening(at: path)
        defer { unlink(path) }
        try await Serving.run(address: .inherited(descriptor: descriptor), at: path) { server in
            let reply = try server.reply(to: HTTPText.health)
            #expect(reply.status == 200)
        }
        #expect(access(path, F_OK) == 0)
    }

    @Test func `a socket that lies at the path is replaced, and the new one removed at the end`() async throws {
        let path = Serving.freePath()
        close(try BoundSocket.listening(at: path))
        try await Serving.run(at: path) { server in
            let reply = try server.reply(to: HTTPText.health)
            #expect(reply.status == 200)
        }
        #expect(access(path, F_OK) != 0)
    }
}
