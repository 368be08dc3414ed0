/// Where a server listens.
public enum ListeningAddress: Sendable {
    /// A socket that was bound and is listened on already, such as systemd hands over (sd_listen_fds(3)).
    case inherited(descriptor: Int32)
    /// A path to bind; a socket that lies there is replaced, and it is removed at the end.
    case path(String)
}
