internal import Glibc

extension UnsafeMutableRawBufferPointer {
    /// Reads from `descriptor` until the buffer is full or the file ends, so that a secret in a file goes straight into
    /// locked memory; a signal does not end it (read(2)).
    ///
    /// - Returns: The count of bytes that came, and the errno that ended it, or 0.
    public func fill(from descriptor: Int32) -> (count: Int, code: Int32) {
        var filled = 0
        while filled < count {
            let got = read(descriptor, baseAddress?.advanced(by: filled), count - filled)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return (filled, got < 0 ? errno : 0) }
            filled += got
        }
        return (filled, 0)
    }
}
