/// What became of checking a ledger's chain.
public enum ChainVerdict: Sendable, Equatable {
    /// Every record that should be there is there, unaltered and in its place.
    case intact(ChainExtent)
    /// The first thing that is not as it should be.
    case broken(ChainBreak)
}
