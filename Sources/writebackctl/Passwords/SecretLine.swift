internal import Glibc
internal import Requests
internal import Secrets

/// Reads one line straight into locked memory.
enum SecretLine {
    /// Bytes of the longest password, whose every character may take four (RFC 3629).
    static let limit = RequestLimits.passwordCharacters * 4

    /// Reads up to a newline or the end.
    ///
    /// Byte by byte: what follows the newline stays unread, for whoever reads this descriptor next.
    static func read(from descriptor: Int32) throws(PasswordError) -> Secret {
        var failure: PasswordError?
        let line: Secret
        do {
            line = try Secret(capacity: limit + 1) { target in
                do throws(PasswordError) {
                    return try fill(target, from: descriptor)
                } catch {
                    failure = error
                    return 0
                }
            }
        } catch {
            throw .secureMemory(error)
        }
        if let failure { throw failure }
        guard !line.isEmpty else { throw .empty }
        return line
    }

    /// Answers how many bytes there are before the newline.
    private static func fill(
        _ target: UnsafeMutableRawBufferPointer, from descriptor: Int32
    ) throws(PasswordError) -> Int {
        for count in target.indices {
            let read = Glibc.read(descriptor, target.baseAddress?.advanced(by: count), 1)
            guard read >= 0 else { throw failure(descriptor, errno) }
            if read == 0 || target[count] == UInt8(ascii: "\n") { return count }
        }
        throw .tooLong
    }

    private static func failure(_ descriptor: Int32, _ code: Int32) -> PasswordError {
        code == EINTR ? .interrupted : .unreadable(descriptor: descriptor, code: code)
    }
}
