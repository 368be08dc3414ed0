internal import CLDAP
internal import Glibc

/// A layer of libldap's socket that seals what goes out and opens what comes in (RFC 4752 section 3.3, RFC 4422 section 3.7):
/// frames of four bytes of length and as many of wrapped data.
///
/// It lies below the layer that wipes requests, so their plaintext is gone once it has sealed them. The socket blocks.
final class SealingLayer {
    /// The longest frame that is taken from a server, in bytes; it is told so when it is authenticated.
    static let largestFrame = 1 << 16

    private let context: SecurityContext
    /// The most plaintext in one frame that the server takes.
    private let room: Int
    private var unread: ArraySlice<UInt8> = []

    init(_ context: SecurityContext, _ largestFrameSent: Int) {
        self.context = context
        room = context.room(inFrameOf: largestFrameSent)
    }

    /// Whether opened bytes wait to be read, which the socket knows nothing of.
    var hasUnread: Bool { !unread.isEmpty }

    /// Seals and sends all of `bytes`.
    ///
    /// - Returns: Whether that worked.
    func write(_ bytes: UnsafeRawBufferPointer, to next: UnsafeMutablePointer<Sockbuf_IO_Desc>) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(room))
            guard let sealed = try? context.wrap(part, sealing: true), send(sealed, to: next) else { return false }
            rest = rest.dropFirst(room)
        }
        return true
    }

    private func send(_ sealed: [UInt8], to next: UnsafeMutablePointer<Sockbuf_IO_Desc>) -> Bool {
        var frame = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sealed.count >> $0) } + sealed
        return frame.withUnsafeMutableBytes { frame in
            var sent = 0
            while sent < frame.count {
                let count = writebackd_next_write(
                    next, frame.baseAddress?.advanced(by: sent), ber_len_t(frame.count - sent))
                guard count > 0 else { return false }
                sent += Int(count)
            }
            return true
        }
    }

    /// Reads up to `target.count` bytes, waiting for a frame if none is left.
    ///
    /// - Returns: How many; 0 at the end, -1 when something that is not sealed came.
    func read(into target: UnsafeMutableRawBufferPointer, from next: UnsafeMutablePointer<Sockbuf_IO_Desc>) -> Int {
        while unread.isEmpty {
            guard let header = receive(4, from: next) else { return 0 }
            let length = header.reduce(0) { $0 << 8 | Int($1) }
            guard (1...Self.largestFrame).contains(length) else { return -1 }
            guard let frame = receive(length, from: next) else { return 0 }
            guard let opened = try? context.unwrap(frame), opened.wasSealed else { return -1 }
            unread = opened.bytes[...]
        }
        let count = min(unread.count, target.count)
        target.copyBytes(from: unread.prefix(count))
        unread = unread.dropFirst(count)
        return count
    }

    private func receive(_ count: Int, from next: UnsafeMutablePointer<Sockbuf_IO_Desc>) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let isComplete = bytes.withUnsafeMutableBytes { bytes in
            var received = 0
            while received < count {
                let part = writebackd_next_read(
                    next, bytes.baseAddress?.advanced(by: received), ber_len_t(count - received))
                guard part > 0 else { return false }
                received += Int(part)
            }
            return true
        }
        return isComplete ? bytes : nil
    }
}
