/// What is known of one row while the journal is held against it.
struct LedgerSlot: Sendable {
    /// What was found, as bits.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        /// The ledger has the row.
        static let isRow = Marks(rawValue: 1)
        /// The journal has an entry that says the same.
        static let isConfirmed = Marks(rawValue: 2)
        /// The journal has an entry of its sequence that says something else.
        static let isContested = Marks(rawValue: 4)
    }

    var hash = Digest.zero
    var marks: Marks = []
}
