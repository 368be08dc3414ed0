public import Secrets

extension Secret {
    /// An input in locked memory, as requests come.
    public init(input bytes: [UInt8]) throws {
        try self.init(capacity: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
    }

    /// The text in it.
    public var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
}
