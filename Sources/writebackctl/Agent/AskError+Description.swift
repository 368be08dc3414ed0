internal import Glibc

extension AskError: CustomStringConvertible {
    /// What went wrong, and where there is something to do about it, what.
    var description: String {
        switch self {
        case .password(let error): "\(error)"
        case .secureMemory(let error): "\(error)"
        case .signing(let reason): "the request cannot be signed: \(reason)"
        case .pathTooLong(let limit): "the socket's path is longer than \(limit) bytes"
        case .noSocket(let path):
            "there is no socket at \(path); is writebackd.socket started? (systemctl start writebackd.socket)"
        case .nobodyListens(let path):
            "nobody listens at \(path); is writebackd.socket started? (systemctl start writebackd.socket)"
        case .permissionDenied(let path):
            "permission to use \(path) is denied; run this as root or as a configured caller"
        case .connection(let path, let code): "connecting to \(path) failed: \(Self.words(code))"
        case .closedUnread:
            "it closed the connection without reading the request; this user is no configured caller "
                + "([callers.NAME] in the configuration), or the agent is overloaded or stopping (journalctl -u writebackd)"
        case .notSent(let code): "sending the request failed: \(Self.words(code))"
        case .noReply: "it closed the connection without a reply (journalctl -u writebackd)"
        case .replyTimedOut(let limit): "it gave no reply within \(limit.components.seconds) seconds"
        case .receiving(let code): "reading the reply failed: \(Self.words(code))"
        case .replyTooLarge(let limit): "its reply is larger than \(limit) bytes"
        case .malformedReply(let reason): "its reply is not understood: \(reason)"
        }
    }

    private static func words(_ code: Int32) -> String {
        code == EAGAIN ? "timed out" : String(cString: strerror(code))
    }
}
