internal import Glibc

/// Why the agent's own passwords could not be read or kept; safe to log.
public enum BindPasswordError: Error, Equatable, CustomStringConvertible {
    /// The system would not; `code` is the `errno`.
    case system(path: String, doing: String, code: Int32)
    /// The file is no plain one of the agent's own with mode 0600.
    case exposed(path: String)
    /// The file is not in the form that the agent writes.
    case damaged(path: String)
    /// There was no locked memory.
    case secureMemory

    /// Says what to correct.
    public var description: String {
        switch self {
        case .system(let path, let doing, let code): "\(doing) \(path): \(String(cString: strerror(code)))"
        case .exposed(let path):
            "\(path) must be a file of the agent's own user with mode 0600; others could have read or written it"
        case .damaged(let path):
            "\(path) is damaged: restore it, or move it away, give the agent's identity a new password and put that into "
                + "the credential"
        case .secureMemory: "no locked memory for the agent's own passwords"
        }
    }
}
