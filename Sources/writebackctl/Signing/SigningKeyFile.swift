internal import Glibc
internal import JOSE
internal import Secrets

/// A private key in a file, read into locked memory.
enum SigningKeyFile {
    /// The most it may hold, in bytes.
    static let maximumSize = 16 * 1024

    static func read(_ path: String) throws(AskError) -> SigningKey {
        let text = try bytes(at: path)
        do {
            return try SigningKey(parsing: text)
        } catch {
            throw .signing("\(path): \(error)")
        }
    }

    private static func bytes(at path: String) throws(AskError) -> Secret {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var code: Int32 = 0
        let text: Secret
        do {
            text = try Secret(capacity: maximumSize) { target in
                let count: Int
                (count, code) = target.fill(from: descriptor)
                return count
            }
        } catch {
            throw .secureMemory(error)
        }
        guard code == 0 else { throw failure(path, code) }
        return text
    }

    private static func failure(_ path: String, _ code: Int32) -> AskError {
        .signing("\(path): \(String(cString: strerror(code)))")
    }
}
