import Glibc
import LDAPClient
import TestSupport

/// A server on the loopback address that answers the bind, and reads no more until it is told to.
final class UnreadPeer: Sendable {
    /// How a connection ended for the peer that read all there was.
    struct End: Equatable, Sendable {
        /// What came after the bind, in bytes.
        let count: Int
        /// The `errno` of the last recv(2); 0 for a polite end.
        let code: Int32
    }

    /// The port it listens on.
    let port: UInt16
    private let listener: Int32

    init() throws {
        (listener, port) = try Loopback.listen(backlog: 1)
        // Small, so that most of a large request stays with its sender. Connections inherit it (tcp(7)).
        var size: Int32 = 4096
        setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Takes the connection and answers its bind.
    ///
    /// - Returns: The connection, for ``readToEnd(_:)``.
    func takeBind() async throws -> Int32 {
        try await OwnThread.run { [listener] in Self.takeBind(listener) }
    }

    private static func takeBind(_ listener: Int32) -> Int32 {
        let connection = accept(listener, nil, nil)
        var bytes = [UInt8](repeating: 0, count: 4096)
        recv(connection, &bytes, bytes.count, 0)
        let answer = LDAPMessages.bindSuccess()
        send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
        return connection
    }

    /// Reads until the connection ends, and closes it.
    func readToEnd(_ connection: Int32) async throws -> End {
        try await OwnThread.run { Self.read(connection) }
    }

    private static func read(_ connection: Int32) -> End {
        defer { close(connection) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var total = 0
        while true {
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return End(count: total, code: count < 0 ? errno : 0) }
            total += count
        }
    }

    deinit {
        close(listener)
    }
}
