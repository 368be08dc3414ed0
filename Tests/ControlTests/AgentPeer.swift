import Foundation
import Synchronization

/// The other end of a Unix socket, which does to one connection after another what a test wants of it.
final class AgentPeer: Sendable {
    let path = "/tmp/writebackctl-peer-\(UInt32.random(in: 0 ... .max))"
    private let listener: Int32
    private let received = Mutex<[String]>([])

    /// Listens; `serve` gets each connection, which is closed when it returns.
    init(serve: @escaping @Sendable (AgentPeer, Int32) -> Void) {
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let listener = listener
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = bind(listener, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        listen(listener, 8)
        // A thread of its own: the client under test blocks the one it runs on.
        Thread.detachNewThread { [weak self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                if let self { serve(self, connection) }
                close(connection)
            }
            // Not before this thread is done with it: its number is soon another socket's.
            close(listener)
        }
    }

    /// Reads a whole request and answers with `reply`.
    convenience init(reply: String) {
        self.init { peer, connection in
            peer.read(from: connection)
            Self.send(reply, to: connection)
        }
    }

    /// The requests as they arrived.
    var requests: [String] { received.withLock { $0 } }

    /// Reads until the body is as long as its Content-Length says.
    func read(from connection: Int32) {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 65536)
        while !Self.isComplete(text) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
        received.withLock { $0.append(text) }
    }

    static func send(_ text: String, to connection: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    static func reply(_ status: Int, _ body: String) -> String {
        "HTTP/1.1 \(status) Some Words\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private static func isComplete(_ text: String) -> Bool {
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let length = text.firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) } ?? 0
        return text[end.upperBound...].utf8.count >= length
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        unlink(path)
    }
}
