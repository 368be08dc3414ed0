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
        guard descriptor >= 0 else { throw .signing("\(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        do {
            return try Secret(capacity: maximumSize) { target in
                var count = 0
                while count < maximumSize {
                    let got = Glibc.read(descriptor, target.baseAddress.map { $0 + count }, maximumSize - count)
                    guard got > 0 else { break }
                    count += got
                }
                return count
            }
        } catch {
            throw .secureMemory(error)
        }
    }
}
