internal import Glibc
internal import Secrets

/// The file in which the agent keeps the passwords that it made for its own identity in one directory.
///
/// It lies beside the ledger, in the folder `bind` (0700), has mode 0600, and is replaced as a whole: a crash or a power
/// failure leaves the old content or the new.
public struct BindPasswordFile: Sendable {
    /// More than three passwords take.
    private static let sizeLimit = 4096

    /// Its path.
    public let path: String
    private let folder: String
    private var newPath: String { path + ".new" }

    /// The file for a directory.
    ///
    /// - Parameters:
    ///   - directory: The configured name: letters, digits, `-` and `_`.
    ///   - ledger: The path of the ledger, beside which it lies.
    public init(directory: String, besideLedger ledger: String) {
        let end = ledger.lastIndex(of: "/")
        folder = (end.map { String(ledger[...$0]) } ?? "./") + "bind"
        path = "\(folder)/\(directory)"
    }

    /// What is kept; nothing where there is no file.
    func read() throws(BindPasswordError) -> BindPasswords {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw failure("opening") }
            return BindPasswords()
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("looking at") }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
            throw .exposed(path: path)
        }
        guard status.st_size <= Self.sizeLimit else { throw .damaged(path: path) }
        return try passwords(in: descriptor)
    }

    private func passwords(in descriptor: Int32) throws(BindPasswordError) -> BindPasswords {
        var code: Int32 = 0
        let found: BindPasswords?
        do throws(SecretError) {
            let text = try Secret(capacity: Self.sizeLimit) { target in
                let count: Int
                (count, code) = target.fill(from: descriptor)
                return count
            }
            found = try BindPasswords(reading: text)
        } catch {
            throw .secureMemory
        }
        guard code == 0 else { throw .system(path: path, doing: "reading", code: code) }
        guard let found else { throw .damaged(path: path) }
        return found
    }

    /// How long ago it was written, by the clock of the machine; zero where that is not known.
    var age: Duration {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .zero }
        return .seconds(max(0, time(nil) - status.st_mtim.tv_sec))
    }

    /// Which writing of the file this is; nil where there is none.
    var version: BindPasswordVersion? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return BindPasswordVersion(
            inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    /// Keeps `passwords`, on disk when this returns; without any, the file is removed.
    func write(_ passwords: BindPasswords) throws(BindPasswordError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure("making the folder of") }
        guard !passwords.isEmpty else {
            guard unlink(path) == 0 || errno == ENOENT else { throw failure("removing") }
            return try sync(folder)
        }
        try writeNew(passwords)
        guard rename(newPath, path) == 0 else { throw failure("renaming") }
        try sync(folder)
        // The folder itself may be as new as the file.
        try sync(folder + "/..")
    }

    private func writeNew(_ passwords: BindPasswords) throws(BindPasswordError) {
        unlink(newPath)
        let descriptor = open(newPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("writing") }
        defer { close(descriptor) }
        do throws(SecretError) {
            let text = try passwords.text()
            let isWritten = text.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count && fsync(descriptor) == 0
            }
            if isWritten { return }
        } catch {
            unlink(newPath)
            throw .secureMemory
        }
        let failure = failure("writing")
        unlink(newPath)
        throw failure
    }

    private func sync(_ folder: String) throws(BindPasswordError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("opening the folder of") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("writing to disk") }
    }

    private func failure(_ doing: String) -> BindPasswordError {
        .system(path: path, doing: doing, code: errno)
    }
}
