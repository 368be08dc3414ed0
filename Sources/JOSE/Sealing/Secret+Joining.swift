internal import Secrets

extension Secret {
    /// A secret between two texts that are none.
    init(joining start: [UInt8], _ secret: borrowing Secret, _ end: [UInt8]) throws(SecretError) {
        let count = start.count + secret.count + end.count
        self = try secret.withUnsafeBytes { (middle) throws(SecretError) in
            try Secret(capacity: count) { target in
                target.copyBytes(from: start)
                UnsafeMutableRawBufferPointer(rebasing: target.dropFirst(start.count)).copyMemory(from: middle)
                UnsafeMutableRawBufferPointer(rebasing: target.suffix(from: start.count + middle.count)).copyBytes(
                    from: end)
                return count
            }
        }
    }
}
