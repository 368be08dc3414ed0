internal import Foundation

/// A client that sends exactly the bytes it is told to, over one connection to a Unix socket.
public final class SocketClient: @unchecked Sendable {
    // Unchecked: a client belongs to one test, which uses it from one place at a time.
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// Connects.
    ///
    /// - Parameter patience: Seconds after which a read gives up.
    public init(path: String, patience: Int = 60) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw TestFailure("connect \(path): \(String(cString: strerror(errno)))") }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
    }

    /// Sends bytes as they are; false when the other end is closed.
    @discardableResult
    public func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// Sends bytes as they are; false when the other end is closed.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write($0) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        Foundation.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Closes the sending half only.
    public func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Whether the other end has closed the connection; waits for that or for bytes.
    public func isClosed() -> Bool {
        received.isEmpty && !readMore()
    }

    /// Reads one reply.
    public func reply() throws -> HTTPReply {
        while true {
            if let reply = parse() { return reply }
            guard readMore() else { throw TestFailure("the connection ended without a reply") }
        }
    }

    private func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }

    private func parse() -> HTTPReply? {
        let text = String(decoding: received, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        let headers = Dictionary(
            fields.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }, uniquingKeysWith: { $1 })
        let head = text[..<end.upperBound].utf8.count
        let length = Int(headers["content-length"] ?? "0") ?? 0
        guard received.count >= head + length else { return nil }
        let body = String(decoding: received[head..<(head + length)], as: UTF8.self)
        received.removeFirst(head + length)
        return HTTPReply(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers, body: body)
    }
}
