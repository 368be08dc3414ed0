internal import Foundation
internal import Glibc

/// A server on the loopback address that misbehaves by a script, the same for every connection.
public final class HostilePeer: Sendable {
    /// One thing the peer does to a connection.
    public enum Step: Sendable {
        /// Waits for some bytes.
        case read
        /// Sends these bytes.
        case write([UInt8])
        /// Sends these bytes one by one, with a pause of so many milliseconds before each.
        case drip([UInt8], milliseconds: UInt32)
        /// Ends the connection with a reset.
        case reset
        /// Ends the connection politely.
        case close
    }

    /// The port it listens on.
    public let port: UInt16

    /// Yields whenever a read step got bytes, on whichever connection.
    public let reads: AsyncStream<Void>

    private let listener: Int32
    private let connections = OpenConnections()

    /// Starts listening.
    ///
    /// - Parameter script: What to do to each connection; after the last step it stays open, and silent.
    public init(_ script: [Step]) throws {
        (listener, port) = try Loopback.listen(backlog: 64)
        let (reads, arrivals) = AsyncStream.makeStream(of: Void.self)
        self.reads = reads
        Thread.detachNewThread { [connections, listener] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                connections.insert(connection)
                Thread.detachNewThread {
                    HostilePeer.play(script, on: connection, arrivals)
                    connections.waitAndClose(connection)
                }
            }
            Glibc.close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        connections.end()
    }

    private static func play(
        _ script: [Step], on connection: Int32, _ arrivals: AsyncStream<Void>.Continuation
    ) {
        for step in script {
            switch step {
            case .read:
                var bytes = [UInt8](repeating: 0, count: 4096)
                guard recv(connection, &bytes, bytes.count, 0) > 0 else { return }
                arrivals.yield()
            case .write(let bytes):
                send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            case .drip(let bytes, let milliseconds):
                for byte in bytes {
                    usleep(milliseconds * 1000)
                    guard send(connection, [byte], 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
                }
            case .reset: Loopback.reset(connection)
            case .close: shutdown(connection, Int32(SHUT_RDWR))
            }
        }
    }
}
