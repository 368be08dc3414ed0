internal import NIOCore

/// The buffers in which the bodies of a connection's requests wait to be read, so that none is freed unwiped.
///
/// A body that is refused unread, or whose connection ends, is dropped by whoever holds it without a word to anybody.
final class BodyBuffers {
    private var requests: [[ByteBuffer]] = []

    deinit {
        for parts in requests { Self.wipe(parts) }
    }

    func requestBegan() {
        requests.append([])
    }

    /// A copy of `part` for the request that began last.
    ///
    /// A copy, so that the buffer in which it arrived with other bytes can be wiped as a whole.
    func keep(_ part: ByteBuffer, allocator: ByteBufferAllocator) -> ByteBuffer {
        let copy = allocator.buffer(buffer: part)
        if !requests.isEmpty { requests[requests.count - 1].append(copy) }
        return copy
    }

    /// Wipes the body of the request that began first of those that have not ended.
    func requestEnded() {
        guard !requests.isEmpty else { return }
        Self.wipe(requests.removeFirst())
    }

    private static func wipe(_ parts: [ByteBuffer]) {
        for part in parts { part.wipe() }
    }
}
