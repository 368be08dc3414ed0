internal import Glibc
internal import JSON
internal import Secrets

extension KeyFolder {
    /// Reads the key file, after a look at who else could have read or written it.
    borrowing func read() throws(AgentKeyError) -> KeyFileContent {
        // O_NONBLOCK: a FIFO in its place must not hold the agent; what is no plain file is refused.
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            switch errno {
            case ENOENT: throw .missing(path: path)
            case ELOOP: throw .notRegular(path: path)
            default: throw failure("opening")
            }
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("looking at") }
        try check(status)
        return KeyFileContent(text: try content(of: file), owner: KeyFileOwner(status))
    }

    private borrowing func check(_ status: stat) throws(AgentKeyError) {
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path, mode: status.st_mode & 0o7777) }
        // Root acts for the agent, to whom the folder belongs; its own right to read anything is no reason to trust it.
        let agent = geteuid() == 0 ? try self.status().st_uid : geteuid()
        guard status.st_uid == agent || status.st_uid == 0 else {
            throw .foreignOwner(path: path, uid: status.st_uid)
        }
    }

    private borrowing func content(of file: Int32) throws(AgentKeyError) -> Secret {
        var code: Int32 = 0
        let text: Secret
        do throws(SecretError) {
            // One byte more than is allowed, so that a larger file is seen to be one.
            text = try Secret(capacity: KeySet.sizeLimit + 1) { target in
                let count: Int
                (count, code) = target.fill(from: file)
                return count
            }
        } catch {
            throw .secureMemory
        }
        guard code == 0 else { throw .system(path: path, doing: "reading", code: code) }
        guard text.count <= KeySet.sizeLimit else {
            throw .damaged(source: path, .malformed(.init(field: "", problem: .tooLong(limit: KeySet.sizeLimit))))
        }
        return text
    }
}
