/// What came of checking the ledger's own chain.
struct LedgerFindings: Equatable, Sendable {
    let path: String
    /// How many records it has.
    let records: Int
    /// The sequence of the oldest record; those before were pruned.
    let first: UInt64?
    /// The newest record and its hash.
    let head: KnownHead?
    /// The first thing that is wrong, nil while the chain is intact.
    let fault: LedgerFault?
    /// The last record that the journal has taken, as the ledger notes it; nil when the chain is broken.
    let shipped: UInt64?
    let knownHead: HeadCheck?

    var isViolation: Bool { fault != nil || knownHead?.standing == .contradicted }
}
