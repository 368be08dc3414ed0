internal import Requests

/// The entries of a journal, counted by what they turned out to be.
struct EntryTally: Sendable, Equatable {
    /// All that were held against the ledger.
    var entries = 0
    /// Rows that the journal confirms.
    var identical = 0
    /// Entries that say again what another one said.
    var repeats = 0
    /// Entries that were sent late or again.
    var late = 0
    /// Entries that say something else than their row.
    var contested = 0
    /// Entries that no row accounts for.
    var foreign: [ForeignEntry.Cause: Int] = [:]
    /// Entries that are outside the chain.
    var withoutSequence = 0
    /// Entries about rows that the ledger has no more.
    var beforeLedger = 0
    /// Entries of agents that no row names; in no other count.
    var otherAgents = 0
    /// When the oldest of the entries was received.
    var oldest: Timestamp?
    /// The sequence of the oldest entry, in the order of the journal, that a row accounts for.
    var keptFrom: UInt64?
    /// The highest sequence of an entry that a row accounts for.
    var keptTo: UInt64?

    /// Counts an entry in.
    mutating func count(_ record: JournalRecord) {
        entries += 1
        late += record.isLate ? 1 : 0
        oldest = oldest ?? record.time
    }

    /// Notes that the journal holds something of that row.
    mutating func keep(_ sequence: UInt64) {
        keptFrom = keptFrom ?? sequence
        keptTo = max(keptTo ?? sequence, sequence)
    }
}
