import Foundation
import Requests
import SocketServer
import TestSupport
import Testing

/// Requests that come slowly, in pieces, or many at once.
@Suite(.timeLimit(.minutes(3)))
struct ConnectionLifeTests {
    @Test(arguments: [
        "GET /v1/hea", "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    ])
    func `a request that does not come to its end in time is refused`(text: String) async throws {
        try await Serving.run(limits: .hasty) { server in
            let client = try server.client()
            client.send(text)
            let reply = try client.reply()
            #expect(reply.status == 408)
            #expect(reply["code"] == "request_too_slow")
            #expect(client.isClosed())
            #expect(server.routes.refusals == [.tooSlow(limit: .milliseconds(300))])
        }
    }

    @Test func `a byte at a time does not keep a request alive`() async throws {
        try await Serving.run(limits: .hasty) { server in
            let client = try server.client()
            client.send("POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 16000\r\n\r\n")
            var sent = 0
            while sent < 16_000, client.send("x") {
                sent += 1
                usleep(10_000)
            }
            #expect(sent < 16_000)
            #expect(try client.reply()["code"] == "request_too_slow")
            #expect(server.routes.bodies == [])
        }
    }

    @Test func `empty lines between requests are no slow request`() async throws {
        let limits = SocketLimits(connections: 10, idleTimeout: .seconds(2), requestTimeout: .milliseconds(100))
        try await Serving.run(limits: limits) { server in
            let client = try server.client()
            for lines in ["\r\n", "\n", "\r\n\r\n"] {
                client.send(lines + HTTPText.health)
                #expect(try client.reply().status == 200)
                client.send(lines)
            }
            // Silent until the idle time ends it, without a reply that nobody asked for.
            #expect(client.isClosed())
            #expect(server.routes.refusals == [])
        }
    }

    @Test func `the time begins anew with each request`() async throws {
        let limits = SocketLimits(connections: 10, idleTimeout: .seconds(60), requestTimeout: .seconds(2))
        try await Serving.run(limits: limits) { server in
            let client = try server.client()
            for _ in 0..<4 {
                client.send(HTTPText.health)
                #expect(try client.reply().status == 200)
                try await Task.sleep(for: .milliseconds(700))
            }
        }
    }

    @Test func `an idle connection is closed after its time`() async throws {
        let limits = SocketLimits(connections: 10, idleTimeout: .seconds(3), requestTimeout: .seconds(60))
        try await Serving.run(limits: limits) { server in
            let (silent, client) = (try server.client(), try server.client())
            client.send(HTTPText.health)
            #expect(try client.reply().status == 200)
            #expect(client.isClosed())
            #expect(silent.isClosed())
        }
    }

    @Test func `pipelined requests are answered in their order`() async throws {
        try await Serving.run { server in
            let client = try server.client()
            let numbers = (0..<50).map { "{\"n\":\($0)}" }
            client.send(numbers.map { HTTPText.post($0) + HTTPText.get("/nowhere") + HTTPText.policy }.joined())
            for number in numbers {
                #expect(try client.reply()["body"] == number)
                #expect(try client.reply().status == 404)
                #expect(try client.reply()["route"] == "policy")
            }
            #expect(server.routes.bodies == numbers)
        }
    }

    @Test func `a request in pieces is put together`() async throws {
        try await Serving.run { server in
            let client = try server.client()
            for byte in HTTPText.post("{\"a\":\"é\"}").utf8 { client.send([byte]) }
            #expect(try client.reply()["body"] == "{\"a\":\"é\"}")
        }
    }
}
