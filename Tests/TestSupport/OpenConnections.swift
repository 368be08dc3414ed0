internal import Glibc
internal import Synchronization

/// The accepted sockets of a peer; each is closed by the thread that serves it, so that no thread ever writes to a number
/// that has come to mean another socket.
final class OpenConnections: Sendable {
    private struct State {
        var sockets: Set<Int32> = []
        var hasEnded = false
    }

    private let state = Mutex(State())

    func insert(_ socket: Int32) {
        state.withLock {
            $0.sockets.insert(socket)
            if $0.hasEnded { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    /// Keeps the socket open until the other side, or ``end()``, closes the connection.
    func waitAndClose(_ socket: Int32) {
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) > 0 {}
        state.withLock {
            $0.sockets.remove(socket)
            close(socket)
        }
    }

    /// Ends all connections, and those to come.
    func end() {
        state.withLock {
            $0.hasEnded = true
            $0.sockets.forEach { shutdown($0, Int32(SHUT_RDWR)) }
        }
    }
}
