import Requests
import TestSupport
import Testing

/// Bodies that are refused unread: what they say is a password as much as in those that are read.
@Suite(.timeLimit(.minutes(3)), .serialized)
struct WipingTests {
    private static let json = "Content-Type: application/json\r\n"

    @Test func `a text that lies in memory is found`() throws {
        let memory = OwnMemory()
        #expect(try !memory.containsText())
        // The map changes while it is read, as long as other tests come and go: one look may miss what is there.
        let isFound = try memory.withBytes("x") { _ in try (0..<10).contains { _ in try memory.containsText() } }
        #expect(isFound)
        #expect(try !memory.containsText())
    }

    @Test(arguments: [
        ("POST /v1/requests", json, 200), ("POST /nowhere", json, 404), ("PUT /v1/requests", json, 405),
        ("POST /v1/health", json, 405), ("GET /v1/health", json, 200),
        ("POST /v1/requests", "Content-Type: text/plain\r\n", 415),
        ("POST /v1/requests", json + "Transfer-Encoding: chunked\r\n", 411),
        ("POST /v1/requests", json + "Content-Length: 32\r\nNo colon\r\n", 400),
    ])
    func `a body is nowhere in memory after its reply`(line: String, fields: String, status: Int) async throws {
        let memory = OwnMemory()
        let isFramed = [411, 400].contains(status)
        let length = isFramed ? "" : "Content-Length: \(memory.count)\r\n"
        let head = "\(line) HTTP/1.1\r\n\(fields)\(length)\r\n" + (status == 411 ? "20\r\n" : "")
        try await expectWiped(memory, head: head, status: status)
    }

    @Test func `nor is one that is too long`() async throws {
        let rest = String(repeating: "x", count: RequestLimits.bodyBytes)
        let memory = OwnMemory()
        let length = rest.utf8.count + memory.count
        let head = "POST /v1/requests HTTP/1.1\r\n\(Self.json)Content-Length: \(length)\r\n\r\n"
        try await expectWiped(memory, head: head, tail: rest, status: 413)
    }

    @Test func `nor is one that is refused by its version`() async throws {
        let memory = OwnMemory()
        let head = "POST /v1/requests HTTP/1.0\r\n\(Self.json)Content-Length: \(memory.count)\r\n\r\n"
        try await expectWiped(memory, head: head, status: 505)
    }

    @Test(arguments: ["/nowhere", "/v1/requests"])
    func `nor is one whose head came in two pieces`(path: String) async throws {
        let memory = OwnMemory()
        try await Serving.run { server in
            let client = try server.client()
            client.send("POST \(path) HTTP/1.1\r\nContent-Le")
            try await server.until { server.routes.questions == 2 }
            memory.withBytes("ngth: \(memory.count)\r\n\r\n") { client.send($0) }
            #expect(try client.reply().status == (path == "/nowhere" ? 404 : 415))
            try await server.until { (try? !memory.containsText()) ?? false }
        }
    }

    @Test func `nor is one that waits its turn behind another when the client goes away`() async throws {
        let memory = OwnMemory()
        let routes = SampleRoutes(holds: true, keepsBodies: false)
        try await Serving.run(routes) { server in
            var client: SocketClient? = try server.client()
            client?.send(HTTPText.post("{}"))
            try await server.until { routes.held == 1 }
            let head = "POST /v1/requests HTTP/1.1\r\n\(Self.json)Content-Length: \(memory.count)\r\n\r\n"
            memory.withBytes(head) { client?.send($0) }
            try await server.until { routes.questions >= 5 }
            client = nil
            routes.release()
            try await server.until { (try? !memory.containsText()) ?? false }
        }
    }

    private func expectWiped(_ memory: OwnMemory, head: String, tail: String = "", status: Int) async throws {
        try await Serving.run(SampleRoutes(keepsBodies: false)) { server in
            let client = try server.client()
            memory.withBytes(head, tail: tail) { client.send($0) }
            #expect(try client.reply().status == status)
            try await server.until(attempts: 20) { (try? !memory.containsText()) ?? false }
        }
    }
}
