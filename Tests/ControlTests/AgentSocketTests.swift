import Foundation
import Secrets
import Testing

@testable import writebackctl

@Suite("The agent's socket")
struct AgentSocketTests {
    @Test("a request goes out as HTTP/1.1 with its length, and the reply comes back")
    func roundTrip() throws {
        let peer = AgentPeer(reply: AgentPeer.reply(200, #"{"outcome":"applied"}"#))
        let reply = try AgentSocket(path: peer.path).post("/v1/requests", try Secret(utf8: "{\"a\":1}"))
        #expect(reply == HTTPReply(status: 200, body: Array(#"{"outcome":"applied"}"#.utf8)))
        let request = try #require(peer.requests.first)
        #expect(request.hasPrefix("POST /v1/requests HTTP/1.1\r\nHost: localhost\r\n"))
        #expect(request.contains("\r\nContent-Type: application/json\r\nContent-Length: 7\r\n"))
        #expect(request.hasSuffix("\r\n\r\n{\"a\":1}"))
    }

    @Test("a missing socket is told as such, with the unit to start")
    func missing() {
        #expect(failure("/tmp/there-is-no-such-socket") == .noSocket(path: "/tmp/there-is-no-such-socket"))
        #expect(AskError.noSocket(path: "/x").description.contains("is writebackd.socket started?"))
    }

    @Test("a socket that nobody listens on is told as such")
    func nobodyListens() throws {
        let path = "/tmp/writebackctl-plain-\(UInt32.random(in: 0 ... .max))"
        try Data().write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        #expect(failure(path) == .nobodyListens(path: path))
    }

    @Test("a path that no socket can have is refused")
    func longPath() {
        #expect(failure("/" + String(repeating: "x", count: 107)) == .pathTooLong(limit: 107))
    }

    @Test("permission denied names who may ask")
    func permission() {
        #expect(AskError(connecting: "/x", code: EACCES) == .permissionDenied(path: "/x"))
        #expect("\(AskError.permissionDenied(path: "/x"))".contains("run this as root or as a configured caller"))
    }

    @Test("a connection that is closed unread is that of no configured caller, and nothing was done")
    func stranger() {
        let peer = AgentPeer { _, _ in }
        for _ in 0..<20 {
            #expect(failure(peer.path) == .closedUnread)
        }
        #expect(!AskError.closedUnread.isAfterRequest)
    }

    @Test("a connection that is closed in the middle of a large body is closed unread, too")
    func closedInBody() {
        let peer = AgentPeer { _, connection in
            var byte: UInt8 = 0
            recv(connection, &byte, 1, 0)
        }
        #expect(failure(peer.path, bodyBytes: 500_000) == .closedUnread)
    }

    @Test("a reply to a body that is not read to its end is still read")
    func earlyReply() throws {
        let peer = AgentPeer { _, connection in
            var byte: UInt8 = 0
            recv(connection, &byte, 1, 0)
            AgentPeer.send(AgentPeer.reply(413, "{}"), to: connection)
        }
        let body = try Secret(capacity: 500_000) { $0.count }
        #expect(try AgentSocket(path: peer.path).post("/", body).status == 413)
    }

    @Test("a peer that reads the request and says nothing leaves the outcome open")
    func noReply() {
        let peer = AgentPeer { peer, connection in peer.read(from: connection) }
        #expect(failure(peer.path) == .noReply)
        #expect(AskError.noReply.isAfterRequest)
    }

    @Test("a peer that stalls is given up after the timeout, and the outcome is open")
    func stall() {
        let peer = AgentPeer { peer, connection in
            peer.read(from: connection)
            var byte: UInt8 = 0
            recv(connection, &byte, 1, 0)
        }
        let error = failure(peer.path, timeout: .milliseconds(100))
        #expect(error == .replyTimedOut(.milliseconds(100)))
        #expect(error?.isAfterRequest == true)
    }

    @Test(
        "a reply that is no complete HTTP/1.1 with a Content-Length is not understood",
        arguments: [
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "HTTP/1.1 200 OK\r\nContent-Le", "SSH-2.0-x\r\n\r\n",
        ])
    func malformed(reply: String) {
        let error = failure(AgentPeer(reply: reply))
        guard case .malformedReply = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a reply larger than a MiB is refused before it is read")
    func large() {
        let peer = AgentPeer(reply: "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n")
        #expect(failure(peer) == .replyTooLarge(limit: 1_048_576))
    }

    private func failure(_ peer: AgentPeer) -> AskError? {
        // A peer ends with its last use, and its socket with it.
        withExtendedLifetime(peer) { failure(peer.path) }
    }

    private func failure(_ path: String, bodyBytes: Int = 2, timeout: Duration = .seconds(130)) -> AskError? {
        do {
            let body = try Secret(capacity: bodyBytes) { $0.count }
            _ = try AgentSocket(path: path, timeout: timeout).post("/v1/requests", body)
            return nil
        } catch {
            return error as? AskError
        }
    }
}
