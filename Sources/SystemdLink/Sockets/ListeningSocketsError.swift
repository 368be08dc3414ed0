internal import Glibc

/// Why the sockets that systemd passed could not be used.
public enum ListeningSocketsError: Error, Equatable, CustomStringConvertible {
    /// `LISTEN_FDS` or its companions are malformed; `code` is the `errno`.
    case malformedEnvironment(code: Int32)
    /// The socket of that name is no stream socket in the file system that listens: `ListenStream=` with a path and
    /// `Accept=no` are needed.
    case notListening(name: String)

    /// Says what to correct; safe to log.
    public var description: String {
        switch self {
        case .malformedEnvironment(let code):
            "the environment names no valid sockets: \(String(cString: strerror(code)))"
        case .notListening(let name):
            "the inherited socket \(name) is not a listening Unix stream socket: use ListenStream= and Accept=no"
        }
    }
}
