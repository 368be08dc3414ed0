internal import Glibc

/// The folder of a key file, held open: whatever its path comes to mean meanwhile, all steps are done in one place.
struct KeyFolder: ~Copyable {
    /// The key file's path, for errors.
    let path: String
    /// The key file's name in the folder.
    let name: String
    let descriptor: Int32

    /// Opens the folder of the key file at `path`.
    init(of path: String) throws(AgentKeyError) {
        let end = path.lastIndex(of: "/")
        let folder = end.map { String(path[...$0]) } ?? "."
        self.path = path
        name = end.map { String(path[path.index(after: $0)...]) } ?? path
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, doing: "opening its folder", code: errno) }
    }

    /// Keeps others that change the key file waiting, until this value ends (flock(2)).
    borrowing func lock() throws(AgentKeyError) {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure("locking its folder") }
        }
    }

    /// Whether there is anything of the key file's name.
    borrowing func holdsFile() -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    borrowing func status() throws(AgentKeyError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("looking at its folder") }
        return status
    }

    borrowing func failure(_ doing: String) -> AgentKeyError {
        .system(path: path, doing: doing, code: errno)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
