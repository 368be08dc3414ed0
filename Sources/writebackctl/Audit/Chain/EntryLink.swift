/// What an entry says about its place in the chain, and the hash that follows from what the entry holds.
struct EntryLink: Equatable, Sendable {
    /// Its own number; the first record is 1.
    let sequence: UInt64
    /// The hash of the record before, as the entry gives it.
    let previous: Digest
    /// Its own hash, computed from the entry.
    let hash: Digest
}
