/// Who holds the other end of a connection, as the kernel said when it was made (unix(7), SO_PEERCRED).
public struct Peer: Sendable, Hashable {
    /// The effective user.
    public let uid: UInt32
    /// The effective group.
    public let gid: UInt32
    /// The process, for the record only: its number may be another's by the time it is read.
    public let pid: Int32

    /// A peer by its credentials.
    public init(uid: UInt32, gid: UInt32, pid: Int32) {
        self.uid = uid
        self.gid = gid
        self.pid = pid
    }
}
