/// Where a key stands in its life.
public enum KeyStatus: String, Sendable, CaseIterable {
    /// Callers seal to it.
    case current
    /// Callers may know it already; it is the current one after the next rotation.
    case next
    /// Callers no longer seal to it; what they sealed before is opened until its announced end.
    case retired
}
