import Requests
import TestSupport
import Testing

/// What is no request, behind one that is still being carried out.
@Suite(.timeLimit(.minutes(3)))
struct PipelinedRefusalTests {
    private static let chunked =
        "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
    private static let slowBody =
        "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"

    @Test(arguments: [
        (chunked, "length_required"), ("hello\r\n\r\n", "malformed_http"),
        ("GET /v1/health HTTP/1.0\r\n\r\n", "http_version"), ("GET /v1/hea", "request_too_slow"),
        (slowBody, "request_too_slow"), ("GET /v1/health HTTP/1.1\r\nContent-Length: 9\r\n\r\n", "request_too_slow"),
        ("POST /nowhere HTTP/1.1\r\nContent-Length: 9\r\n\r\n", "request_too_slow"),
    ])
    func `the earlier request gets its reply first, then the refusal follows, and nothing else`(
        text: String, code: String
    ) async throws {
        let routes = SampleRoutes(holds: true)
        try await Serving.run(routes, limits: .hasty) { server in
            let client = try server.client()
            client.send(HTTPText.post("{\"n\":1}"))
            try await server.until { routes.held == 1 }
            client.send(text)
            try await server.until { routes.refusals.count == 1 }
            client.send(HTTPText.health)
            routes.release()
            #expect(try client.reply()["body"] == "{\"n\":1}")
            let refusal = try client.reply()
            #expect(refusal["code"] == code)
            #expect(refusal.headers["connection"] == "close")
            #expect(client.isClosed())
            #expect(routes.refusals.map(\.entry.code) == [code])
            #expect(routes.bodies == ["{\"n\":1}"])
        }
    }

    @Test func `several requests that came together with the garbage are all answered, in order`() async throws {
        try await Serving.run { server in
            for _ in 0..<20 {
                let client = try server.client()
                client.send(HTTPText.post("{\"n\":1}") + HTTPText.get("/nowhere") + HTTPText.policy + "hello\r\n\r\n")
                #expect(try client.reply()["body"] == "{\"n\":1}")
                #expect(try client.reply().status == 404)
                #expect(try client.reply()["route"] == "policy")
                #expect(try client.reply()["code"] == "malformed_http")
                #expect(client.isClosed())
            }
        }
    }

    @Test func `a request that was refused before its body came gets no second reply when that is too slow`()
        async throws
    {
        try await Serving.run(limits: .hasty) { server in
            let client = try server.client()
            client.send("POST /nowhere HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")
            #expect(try client.reply().status == 404)
            #expect(client.isClosed())
        }
    }
}
