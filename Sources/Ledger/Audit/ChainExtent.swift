/// From where to where a ledger's chain goes.
public struct ChainExtent: Sendable, Equatable {
    /// The last record that was pruned, or ``ChainLink/origin``: the first record is the next one.
    public let base: ChainLink
    /// The last record.
    public let last: ChainLink
    /// The last record that the journal is known to have taken; later ones may be missing there, and be sent again.
    public let shipped: Int
}
