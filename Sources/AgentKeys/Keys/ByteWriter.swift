/// Writes bytes one after another into memory that it does not own and that is large enough.
struct ByteWriter {
    private let target: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ target: UnsafeMutableRawBufferPointer) {
        self.target = target
    }

    mutating func write(_ bytes: some Collection<UInt8>) {
        UnsafeMutableRawBufferPointer(rebasing: target.dropFirst(count)).copyBytes(from: bytes)
        count += bytes.count
    }
}
