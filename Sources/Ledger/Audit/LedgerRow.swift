public import Requests

/// One record as it is in the ledger's file.
public struct LedgerRow: Sendable, Equatable {
    /// Its number and its hash as they are stored.
    public let link: ChainLink
    /// The stored hash of the record before it, which its journal entry carries too.
    public let previousHash: [UInt8]
    /// When it was made.
    public let time: Timestamp
    /// Its canonical body: journal fields in the native protocol, sorted by name
    /// (``SystemdLink/JournalEntry/canonicalBytes()``).
    public let body: [UInt8]
}
