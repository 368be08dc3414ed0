internal import NIOCore

extension ByteBuffer {
    /// Overwrites the readable bytes where they lie, in every copy of the buffer that shares them.
    ///
    /// Through the read-only view, since the mutable one would first copy a shared buffer and wipe the copy.
    func wipe() {
        let range = readerIndex..<writerIndex
        withVeryUnsafeBytes { storage in
            let shared = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(rebasing: storage[range]))
            _ = shared.initializeMemory(as: UInt8.self, repeating: 0)
        }
    }
}
