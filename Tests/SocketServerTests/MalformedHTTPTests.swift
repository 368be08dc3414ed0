import Requests
import TestSupport
import Testing

/// What is no HTTP/1.1, or more of it than is taken.
@Suite(.timeLimit(.minutes(3)))
struct MalformedHTTPTests {
    private func expect(
        _ text: String, status: Int, _ code: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(text)
            let reply = try client.reply()
            #expect(reply.status == status, sourceLocation: sourceLocation)
            #expect(reply["code"] == code, sourceLocation: sourceLocation)
            #expect(server.routes.refusals.map(\.entry.code) == [code], sourceLocation: sourceLocation)
            #expect(server.routes.bodies == [], sourceLocation: sourceLocation)
            #expect(try server.reply(to: HTTPText.health).status == 200, sourceLocation: sourceLocation)
        }
    }

    /// The same, and the connection is closed after the reply.
    private func expectEnd(
        _ text: String, status: Int, _ code: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(text)
            let reply = try client.reply()
            #expect(reply.status == status, sourceLocation: sourceLocation)
            #expect(reply["code"] == code, sourceLocation: sourceLocation)
            #expect(reply.headers["connection"] == "close", sourceLocation: sourceLocation)
            #expect(client.isClosed(), sourceLocation: sourceLocation)
            #expect(server.routes.refusals.map(\.entry.code) == [code], sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2"])
    func `another version of HTTP is refused`(version: String) async throws {
        try await expectEnd("GET /v1/health \(version)\r\nHost: x\r\n\r\n", status: 505, "http_version")
    }

    @Test func `so is the request without a version from before HTTP/1.0`() async throws {
        try await expectEnd("GET /v1/health\r\n\r\n", status: 505, "http_version")
    }

    @Test(arguments: [
        "hello\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}", "GET\r\n\r\n", "BREW / HTTP/1.1\r\n\r\n",
        "get /v1/health HTTP/1.1\r\n\r\n", "GET /v1/health HTTP/1.1\r\nNo colon\r\n\r\n",
        "GET /v1/health HTTP/1.1\r\nHost : x\r\n\r\n", "GET /v1/health HTTP/1.1\r\nA: \u{0}\r\n\r\n",
        "POST /v1/requests HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/requests HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "POST /v1/requests HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", "{\"jti\":\"r\"}\n",
    ])
    func `what is no HTTP is refused, and the connection closed`(text: String) async throws {
        try await expectEnd(text, status: 400, "malformed_http")
    }

    @Test func `a chunked body is refused`() async throws {
        try await expectEnd(
            "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            status: 411, "length_required")
    }

    @Test func `a body without a length is refused`() async throws {
        try await expect(
            "POST /v1/requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n", status: 411,
            "length_required")
    }

    @Test func `a body as long as the limit is taken, one longer is refused by its length alone`() async throws {
        try await Serving.run { server in
            let text = String(repeating: "x", count: RequestLimits.bodyBytes)
            let reply = try server.reply(to: HTTPText.post(text))
            #expect(reply["body"] == text)
        }
        try await expect(
            HTTPText.post(String(repeating: "x", count: RequestLimits.bodyBytes + 1)), status: 413, "body_too_large")
        let announced =
            "POST /v1/requests HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n"
        try await expect(announced, status: 413, "body_too_large")
    }

    @Test func `headers as large as the limit are taken, larger ones refused`() async throws {
        @Sendable func request(_ bytes: Int) -> String {
            // What counts is the path, names and values; "/v1/health", "Host" and "x" are fifteen bytes.
            let value = { String(repeating: "v", count: $0) }
            return HTTPText.get("/v1/health", fields: ["A: \(value(4000))", "B: \(value(bytes - 4000 - 2 - 15))"])
        }
        try await Serving.run { server in
            let reply = try server.reply(to: request(8 * 1024))
            #expect(reply.status == 200)
        }
        try await expectEnd(request(8 * 1024 + 1), status: 431, "headers_too_large")
    }

    @Test func `thirty-two header fields are taken, one more is refused`() async throws {
        @Sendable func request(_ fields: Int) -> String {
            HTTPText.get("/v1/health", fields: (1..<fields).map { "X-\($0): y" })
        }
        try await Serving.run { server in
            let reply = try server.reply(to: request(32))
            #expect(reply.status == 200)
        }
        try await expectEnd(request(33), status: 431, "headers_too_large")
    }

    @Test(arguments: [
        "GET /v1/health HTTP/1.1\r\nA: " + String(repeating: "v", count: 8 * 1024 + 1),
        "GET /v1/health HTTP/1.1\r\n" + String(repeating: "n", count: 8 * 1024 + 1),
    ])
    func `one endless field is refused before its end`(text: String) async throws {
        try await expectEnd(text, status: 431, "headers_too_large")
    }

    @Test func `a path of megabytes is refused before its end`() async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send("GET /" + String(repeating: "p", count: 4 << 20))
            let reply = try client.reply()
            #expect(reply["code"] == "headers_too_large")
            #expect(client.isClosed())
        }
    }
}
