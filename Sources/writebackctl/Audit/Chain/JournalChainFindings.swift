/// What came of checking the chain from the journal alone.
struct JournalChainFindings: Equatable, Sendable {
    /// The names of the agents in it; several chains cannot be told apart.
    let agents: [String]
    let tally: EntryTally
    /// Sequences of which there are several entries that differ.
    let conflicting: [UInt64]
    let first: UInt64?
    /// The newest entry and its hash.
    let head: KnownHead?
    /// Entries that do not follow from the one before.
    let broken: SequenceRanges
    /// Sequences between the oldest and the newest that have no entry.
    let missing: SequenceRanges
    let knownHead: HeadCheck?

    var unreadable: Int { tally.foreign[.unreadable] ?? 0 }

    var isViolation: Bool {
        !broken.isEmpty || !missing.isEmpty || !conflicting.isEmpty || unreadable > 0
            || knownHead?.standing == .contradicted
    }
}
