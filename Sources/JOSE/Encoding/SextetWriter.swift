/// Writes bytes as characters of base64url into memory it does not own.
struct SextetWriter {
    private let target: UnsafeMutableBufferPointer<UInt8>
    private var written = 0
    private var bits: UInt32 = 0
    private var width: UInt32 = 0

    init(target: UnsafeMutableBufferPointer<UInt8>) {
        self.target = target
    }

    mutating func write(_ byte: UInt8) {
        bits = bits << 8 | UInt32(byte)
        width += 8
        while width >= 6 {
            width -= 6
            append(UInt8(truncatingIfNeeded: bits >> width) & 0x3f)
        }
    }

    /// Writes the last bits that are left, filled up with zero bits.
    mutating func finish() {
        if width > 0 { append(UInt8(truncatingIfNeeded: bits << (6 - width)) & 0x3f) }
    }

    private mutating func append(_ sextet: UInt8) {
        target[written] =
            switch sextet {
            case 0..<26: sextet + 65
            case 26..<52: sextet + 71
            case 52..<62: sextet - 4
            case 62: UInt8(ascii: "-")
            default: UInt8(ascii: "_")
            }
        written += 1
    }
}
