internal import CLDAP

extension berval {
    /// Points at bytes that someone else owns; libldap only reads them.
    init(borrowing bytes: UnsafeRawBufferPointer) {
        // An empty value still needs an address: without one libldap takes it for no value at all.
        let start = bytes.count > 0 ? bytes.baseAddress : Self.nothing
        self.init(
            bv_len: ber_len_t(bytes.count),
            bv_val: UnsafeMutableRawPointer(mutating: start)?.assumingMemoryBound(to: CChar.self)
        )
    }

    // Immutable and never freed: one byte that empty values point at.
    nonisolated(unsafe) private static let nothing: UnsafeRawPointer = {
        let byte = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)
        byte.storeBytes(of: 0, as: UInt8.self)
        return UnsafeRawPointer(byte)
    }()

    /// Runs `body` on the bytes, for the length of which someone else must keep them.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bv_val, count: bv_val == nil ? 0 : Int(bv_len))
    }
}

extension Array where Element == UInt8 {
    init(bytes value: berval) {
        self.init(value.bytes)
    }
}
