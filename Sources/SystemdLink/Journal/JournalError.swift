internal import Glibc

/// Why an entry did not reach journald. In each case nothing was written.
public enum JournalError: Error, Equatable, CustomStringConvertible {
    /// There is no socket at the path: journald was never started here (ENOENT).
    case missing(path: String)
    /// There is a socket that nobody reads: journald died (ECONNREFUSED).
    case dead(path: String)
    /// The socket stayed full for the whole timeout: journald hangs (EAGAIN).
    case hung(path: String, timeout: Duration)
    /// The path has no room in a `sockaddr_un`, which takes 107 bytes, or has a zero byte (unix(7)).
    case invalidPath(String)
    /// The system refused otherwise; `code` is the `errno` of `call`.
    case system(call: String, code: Int32)

    /// Says what happened and what to look at; safe to log.
    public var description: String {
        switch self {
        case .missing(let path): "no journald: \(path) does not exist"
        case .dead(let path): "journald is dead: nobody reads \(path)"
        case .hung(let path, let timeout): "journald hangs: \(path) was full for \(timeout)"
        case .invalidPath(let path): "not a path for a socket: \(path)"
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
        }
    }
}
