/// What came of holding a journal against a ledger.
struct JournalFindings: Equatable, Sendable {
    let tally: EntryTally
    /// How many rows the journal has something else for.
    let alteredCount: Int
    /// The first of them.
    let altered: [AlteredEntry]
    /// How many entries no row accounts for, by cause.
    let foreignCounts: [ForeignEntry.Cause: Int]
    /// The first of them.
    let foreign: [ForeignEntry]
    /// Rows that the journal took and has no more, though it has older ones.
    let missing: SequenceRanges
    /// Rows from before the journal's oldest entry.
    let notKept: SequenceRanges
    /// Rows that the journal has not been given yet.
    let notHandedOver: SequenceRanges

    var foreignCount: Int { foreignCounts.values.reduce(0, +) }

    /// Whether something is not as the agent left it.
    var isViolation: Bool { !missing.isEmpty || alteredCount > 0 || foreignCount > 0 }

    /// Whether there was nothing to hold against the ledger, although there should have been.
    var isEmpty: Bool { tally.keptTo == nil && !notKept.isEmpty }
}
