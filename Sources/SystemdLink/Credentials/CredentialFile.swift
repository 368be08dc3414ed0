internal import Glibc
internal import Secrets

/// An open file with one credential in it.
struct CredentialFile: ~Copyable {
    private let name: String
    private let descriptor: Int32

    init(path: String, name: String) throws(CredentialError) {
        self.name = name
        // O_NONBLOCK: a FIFO in its place must not hang the service; what is no plain file is refused below.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(name: name) : .unreadable(name: name, code: errno)
        }
    }

    borrowing func read() throws(CredentialError) -> Secret {
        let size = try size()
        var code: Int32 = 0
        let secret: Secret
        do {
            secret = try Secret(capacity: size) { buffer in
                let count: Int
                (count, code) = buffer.fill(from: descriptor)
                return count > 0 && buffer[count - 1] == UInt8(ascii: "\n") ? count - 1 : count
            }
        } catch {
            throw .secureMemory(name: name, error)
        }
        guard code == 0 else { throw .unreadable(name: name, code: code) }
        guard !secret.isEmpty else { throw .empty(name: name) }
        return secret
    }

    private borrowing func size() throws(CredentialError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(name: name, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(name: name, code: EINVAL) }
        guard status.st_size <= CredentialStore.maximumSize else { throw .tooLarge(name: name) }
        return Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }
}
