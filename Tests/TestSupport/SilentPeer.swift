internal import Foundation

/// A peer that takes connections on a loopback port and never says a word.
public final class SilentPeer: Sendable {
    private let descriptor: Int32
    /// Where it listens.
    public let port: UInt16

    /// Starts to listen; the kernel completes the connections, nobody ever reads from them.
    public init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) | listen(descriptor, 16) | getsockname(descriptor, $0, &size)
            }
        }
        guard status == 0 else { throw TestFailure("cannot listen: \(String(cString: strerror(errno)))") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(descriptor)
    }
}
