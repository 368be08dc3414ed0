internal import Glibc

/// One connected Unix stream socket (unix(7)), used blockingly and closed at the end.
struct UnixConnection: ~Copyable {
    private let descriptor: Int32
    private let timeout: Duration

    init(path: String, timeout: Duration) throws(AskError) {
        self.timeout = timeout
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .connection(path: path, code: errno) }
        setTimeout(SO_RCVTIMEO)
        setTimeout(SO_SNDTIMEO)
        var address = try Self.address(of: path)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 ? 0 : errno
            }
        }
        guard code == 0 else { throw AskError(connecting: path, code: code) }
    }

    /// Sends all of `text`.
    borrowing func send(_ text: String) throws(AskError) {
        let bytes = Array(text.utf8)
        try bytes.withUnsafeBytes { bytes in Result { () throws(AskError) in try send(bytes) } }.get()
    }

    /// Sends all of `bytes`.
    borrowing func send(_ bytes: UnsafeRawBufferPointer) throws(AskError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = UnsafeRawBufferPointer(rebasing: rest)
            // Without a signal: a peer that has gone away is an answer here, not the end of the program.
            let count = Glibc.send(descriptor, chunk.baseAddress, chunk.count, Int32(MSG_NOSIGNAL))
            if count < 0, errno != EINTR { throw AskError(sending: errno) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// The next bytes that arrive; none when the peer has closed.
    borrowing func receive() throws(AskError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, count in
            var received: Int
            repeat {
                received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            } while received < 0 && errno == EINTR
            code = received < 0 ? errno : 0
            count = max(received, 0)
        }
        guard code == 0 else { throw AskError(receiving: code, timeout: timeout) }
        return bytes
    }

    private borrowing func setTimeout(_ option: Int32) {
        let (seconds, attoseconds) = timeout.components
        var value = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        setsockopt(descriptor, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<timeval>.size))
    }

    private static func address(of path: String) throws(AskError) -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // One byte stays zero: the end of the path.
        let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard path.utf8.count <= limit else { throw .pathTooLong(limit: limit) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return address
    }

    deinit {
        close(descriptor)
    }
}
