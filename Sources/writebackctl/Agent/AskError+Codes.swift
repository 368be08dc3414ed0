internal import Glibc

/// What the system's error numbers mean at each step of a request.
extension AskError {
    init(connecting path: String, code: Int32) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .noSocket(path: path)
            case ECONNREFUSED: .nobodyListens(path: path)
            case EACCES, EPERM: .permissionDenied(path: path)
            default: .connection(path: path, code: code)
            }
    }

    init(sending code: Int32) {
        self = code == EPIPE || code == ECONNRESET ? .closedUnread : .notSent(code: code)
    }

    /// A reset says that the peer closed with bytes of the request still unread, so that it had not taken it (unix(7)).
    init(receiving code: Int32, timeout: Duration) {
        self =
            switch code {
            case ECONNRESET: .closedUnread
            case EAGAIN: .replyTimedOut(timeout)
            default: .receiving(code: code)
            }
    }
}
