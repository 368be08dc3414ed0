internal import Glibc

/// Why a journal could not be read.
public enum JournalReadError: Error, Equatable, CustomStringConvertible {
    /// The user may not read `path`, a folder or a file of the journal. libsystemd would leave the file out and say nothing.
    case noPermission(path: String)
    /// There is no such folder (ENOENT, ENOTDIR).
    case noFolder(path: String)
    /// There is not one journal file of it.
    case noFiles(JournalSource)
    /// libsystemd or the system refused otherwise; `code` is the `errno` of `call`.
    case system(call: String, code: Int32)

    /// Says what is wrong and what to do; safe to log.
    public var description: String {
        switch self {
        case .noPermission(let path):
            "no permission to read \(path): run this as root or as a member of the group systemd-journal"
        case .noFolder(let path): "there is no folder \(path)"
        case .noFiles(.system): "this machine keeps no journal: Storage=none in journald.conf(5), or no journald"
        case .noFiles(.namespace(let name)):
            "there are no journal files of a namespace \(name): LogNamespace= of the unit names it"
        case .noFiles(.directory(let path)): "there are no journal files in \(path)"
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
        }
    }

    /// The error of a call that answered a negative `errno`, which is how libsystemd does it.
    static func failed(_ call: String, _ result: Int32) -> JournalReadError {
        .system(call: call, code: -result)
    }
}
