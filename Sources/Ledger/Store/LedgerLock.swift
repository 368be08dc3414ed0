internal import Glibc

/// The right of one agent to a ledger, kept by the kernel for as long as the agent lives (flock(2)).
///
/// SQLite's own locks would let two agents take turns, and each would carry out what the other has.
struct LedgerLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Takes the file `path` with `.lock` added, and makes it where it is not there.
    ///
    /// - Throws: ``LedgerError/inUse(path:)``, ``LedgerError/inaccessible(path:reason:)``.
    init(path: String) throws(LedgerError) {
        descriptor = Glibc.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .inaccessible(path: path, reason: "\(path).lock: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            guard code == EWOULDBLOCK else {
                throw .inaccessible(path: path, reason: "flock: \(String(cString: strerror(code)))")
            }
            throw .inUse(path: path)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
