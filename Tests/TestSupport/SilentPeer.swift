internal import Glibc

/// A peer that takes connections on a loopback port and never says a word.
public final class SilentPeer: Sendable {
    private let listener: Int32
    /// Where it listens.
    public let port: UInt16

    /// Starts to listen; the kernel completes the connections, nobody ever reads from them.
    public init() throws {
        (listener, port) = try Loopback.listen(backlog: 16)
    }

    deinit {
        close(listener)
    }
}
