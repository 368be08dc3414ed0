/// Writes BER elements with contents below 65,536 bytes (X.690 section 8.1).
enum BERElement {
    /// The size of an element with `count` bytes of content.
    static func size(_ count: Int) -> Int {
        1 + lengthBytes(count).count + count
    }

    /// Writes an element at `offset` and answers the offset of what follows.
    static func write(
        _ tag: UInt8, _ content: some Collection<UInt8>, to target: UnsafeMutableRawBufferPointer, at offset: Int
    ) -> Int {
        let start = writeHeader(tag, content.count, to: target, at: offset)
        UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyBytes(from: content)
        return start + content.count
    }

    /// Writes tag and length at `offset` and answers the offset of the content.
    static func writeHeader(
        _ tag: UInt8, _ count: Int, to target: UnsafeMutableRawBufferPointer, at offset: Int
    ) -> Int {
        let header = [tag] + lengthBytes(count)
        UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyBytes(from: header)
        return offset + header.count
    }

    private static func lengthBytes(_ count: Int) -> [UInt8] {
        switch count {
        case ..<0x80: [UInt8(count)]
        case ..<0x100: [0x81, UInt8(count)]
        default: [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
        }
    }
}
