internal import NIOCore
internal import Requests

/// The kernel's `struct ucred` (unix(7)), whose layout the C library hides unless _GNU_SOURCE is defined.
struct PeerCredentials: Sendable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32

    /// SO_PEERCRED of socket(7); the same number on every Linux architecture that Swift runs on.
    private static let option = NIOBSDSocket.Option(rawValue: 17)

    /// Who connected; nil when the channel is no Unix socket.
    static func peer(of channel: any Channel) -> EventLoopFuture<Peer?> {
        guard let socket = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(nil)
        }
        let credentials: EventLoopFuture<PeerCredentials> = socket.unsafeGetSocketOption(level: .socket, name: option)
        return credentials.map { Peer(uid: $0.uid, gid: $0.gid, pid: $0.pid) }.recover { _ in nil }
    }
}
