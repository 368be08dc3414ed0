public import AccountPolicy

/// A permitted write whose record has been made: only with one of these can a directory be written to.
///
/// Only this module can make one. It ends in ``Ledger/settle(_:as:story:)``.
public struct Intent: ~Copyable, Sendable {
    /// What may be written.
    public let permitted: PermittedWrite

    init(recorded permitted: consuming PermittedWrite) {
        self.permitted = permitted
    }
}
