/// Writes Unicode scalar values as UTF-8 into memory it does not own, up to a number of them.
struct ScalarWriter {
    let target: UnsafeMutableRawBufferPointer
    let limit: Int
    private(set) var bytes = 0
    private var scalars = 0

    init(target: UnsafeMutableRawBufferPointer, limit: Int) {
        self.target = target
        self.limit = limit
    }

    /// Appends `scalar`; false when the limit is reached, and nothing is then written.
    mutating func write(_ scalar: Unicode.Scalar) -> Bool {
        guard scalars < limit else { return false }
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
            target[bytes] = byte
            bytes += 1
        }
        scalars += 1
        return true
    }
}
