internal import Glibc

/// Standard error as a stream, since the C library's own variable is not safe to share between threads.
struct StandardError: TextOutputStream {
    mutating func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
