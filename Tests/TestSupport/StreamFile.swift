internal import Glibc

/// A nameless temporary file that stands for a standard stream.
final class StreamFile {
    let descriptor: Int32

    init(_ content: String = "") throws(TestFailure) {
        var path = Array("/tmp/writebackd-stream-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
        guard descriptor >= 0, write(descriptor, content, content.utf8.count) == content.utf8.count else {
            throw TestFailure("no temporary file: \(String(cString: strerror(errno)))")
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    var text: String {
        var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    deinit {
        close(descriptor)
    }
}
