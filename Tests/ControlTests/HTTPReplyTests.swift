import Testing

@testable import writebackctl

@Suite("A reply of the agent")
struct HTTPReplyTests {
    @Test("is put together from single bytes")
    func singleBytes() throws {
        var reader = HTTPReplyReader()
        var replies: [HTTPReply] = []
        for byte in "HTTP/1.1 503 Busy\r\nContent-Length:\t2 \r\nX: a:b\r\n\r\n{}".utf8 {
            if let reply = try reader.read([byte]) { replies.append(reply) }
        }
        #expect(replies == [HTTPReply(status: 503, body: Array("{}".utf8))])
    }

    @Test("ends where its Content-Length says")
    func extraBytes() throws {
        var reader = HTTPReplyReader()
        let reply = try reader.read(Array("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}garbage".utf8))
        #expect(reply?.body == Array("{}".utf8))
    }

    @Test("needs no reason phrase")
    func noPhrase() throws {
        #expect(try HTTPReplyHead(parsing: "HTTP/1.1 204 \r\nContent-Length: 0").status == 204)
        #expect(try HTTPReplyHead(parsing: "HTTP/1.1 204\r\nContent-Length: 0").status == 204)
    }

    @Test(
        "is not understood with a head that two programs could read differently",
        arguments: [
            "HTTP/1.0 200 OK\r\nContent-Length: 0", "HTTP/1.1 99 OK\r\nContent-Length: 0",
            "HTTP/1.1 100\r\nContent-Length: 0",
            "HTTP/1.1 +20 OK\r\nContent-Length: 0", "HTTP/1.1 200 OK\r\nContent-Length: -1",
            "HTTP/1.1 200 OK\r\nContent-Length: 2, 2", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999", "HTTP/1.1 200 OK\r\nContent-Length:",
            "HTTP/1.1 200 OK\r\nContent-Length 0",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: identity", "",
        ])
    func malformed(head: String) {
        #expect(throws: AskError.self) { try HTTPReplyHead(parsing: head) }
    }

    @Test("may not have an endless head")
    func endlessHead() throws {
        var reader = HTTPReplyReader()
        #expect(throws: AskError.replyTooLarge(limit: HTTPReplyReader.headLimit)) {
            while try reader.read([UInt8](repeating: UInt8(ascii: "x"), count: 1000)) == nil {}
        }
    }
}
