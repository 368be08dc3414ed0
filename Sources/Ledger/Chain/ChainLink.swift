internal import JOSE

/// A place in the chain of records: one record's number and the hash that stands for it and all before it.
public struct ChainLink: Sendable, Equatable {
    /// The record's number; the first record is 1.
    public let sequence: Int
    /// SHA-256 over the hash of the record before, the number (8 bytes, big-endian) and the record's body; 32 bytes.
    public let hash: [UInt8]

    /// Where every chain begins: before the first record.
    public static let origin = ChainLink(sequence: 0, hash: [UInt8](repeating: 0, count: SHA256.size))

    /// Names the record `sequence` by its `hash`.
    public init(sequence: Int, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// The place of the next record.
    ///
    /// - Parameter body: Its canonical body (``SystemdLink/JournalEntry/canonicalBytes()``).
    public func next(_ body: [UInt8]) -> ChainLink {
        let number = withUnsafeBytes(of: UInt64(sequence + 1).bigEndian) { Array($0) }
        return ChainLink(sequence: sequence + 1, hash: SHA256.digest(hash, number, body))
    }

    /// The hash as 64 hexadecimal digits in lower case.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
