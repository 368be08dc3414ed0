internal import Glibc

/// Sockets on 127.0.0.1.
public enum Loopback {
    /// Listens on a free port.
    ///
    /// - Parameter backlog: How many connections the kernel completes before they are accepted (listen(2)).
    /// - Returns: The listening socket, which the caller closes, and its port.
    public static func listen(backlog: Int32) throws(TestFailure) -> (socket: Int32, port: UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) | Glibc.listen(socket, backlog) | getsockname(socket, $0, &size)
            }
        }
        guard result == 0 else { throw TestFailure("no listening socket: \(String(cString: strerror(errno)))") }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    /// Begins to connect, without waiting for the end.
    ///
    /// - Returns: The socket, which the caller closes.
    public static func beginConnecting(port: UInt16) -> Int32 {
        let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let socket = Glibc.socket(AF_INET, Int32(type), 0)
        let address = address(port: port)
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return socket
    }

    /// Connects, waiting for the end.
    ///
    /// - Returns: The socket, which the caller closes; not connected when nobody listens.
    static func connect(port: UInt16) -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        withUnsafePointer(to: address(port: port)) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return socket
    }

    /// Whether someone listens on the port.
    public static func isListening(port: UInt16) -> Bool {
        let socket = beginConnecting(port: port)
        defer { close(socket) }
        var watched = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        return poll(&watched, 1, 1000) == 1 && watched.revents & Int16(POLLERR | POLLHUP) == 0
    }

    static func reset(_ socket: Int32) {
        // Disconnecting an established connection sends a reset, and leaves the descriptor to its owner.
        var nowhere = sockaddr(sa_family: sa_family_t(AF_UNSPEC), sa_data: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        _ = Glibc.connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
