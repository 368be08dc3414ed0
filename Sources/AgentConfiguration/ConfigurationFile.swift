internal import Glibc

/// A file that the configuration is, or names.
enum ConfigurationFile {
    /// The most a configuration may hold, in bytes; a real one is a few thousand.
    static let maximumSize = 256 * 1024

    /// The whole text of the file at `path`.
    static func text(at path: String) throws(ConfigurationError) -> String {
        let bytes: [UInt8]
        do throws(Complaint) {
            // One byte more than is allowed, so that a larger file is seen to be one.
            bytes = try read(path, atMost: maximumSize + 1)
        } catch {
            throw ConfigurationError("\(path) \(error.message)")
        }
        guard bytes.count <= maximumSize else {
            throw ConfigurationError("\(path) is larger than \(maximumSize) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError("\(path) is not UTF-8 text")
        }
        return text
    }

    /// Throws unless there is a file at `path` that this process can read.
    static func checkReadable(_ path: String) throws(Complaint) {
        _ = try read(path, atMost: 1)
    }

    /// Throws unless there is a folder that the file at `path` is in, or can be made in.
    static func checkFolder(of path: String) throws(Complaint) {
        var status = stat()
        guard stat(folder(of: path), &status) == 0 else {
            throw Complaint("is in a folder that cannot be used: \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw Complaint("is not in a folder") }
    }

    /// The path without its last part; `path` is absolute.
    static func folder(of path: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        return folder.isEmpty ? "/" : String(folder)
    }

    /// The first `limit` bytes of the regular file at `path`.
    static func read(_ path: String, atMost limit: Int) throws(Complaint) -> [UInt8] {
        // Non-blocking, so that a FIFO without a writer does not hold the agent.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Complaint("is not a regular file") }
        return try bytes(of: descriptor, atMost: limit)
    }

    private static func bytes(of descriptor: Int32, atMost limit: Int) throws(Complaint) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(limit, 64 * 1024))
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable() }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private static func unreadable() -> Complaint {
        Complaint("cannot be read: \(String(cString: strerror(errno)))")
    }
}
