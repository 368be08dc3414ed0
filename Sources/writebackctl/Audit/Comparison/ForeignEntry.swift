internal import Requests

/// An entry of the agent's unit that the ledger does not account for.
struct ForeignEntry: Equatable, Sendable {
    /// How it gives itself away.
    enum Cause: String, CaseIterable, Sendable {
        /// The ledger has no row of its sequence.
        case noRow = "no_row"
        /// What it says came before it is not what the ledger has there: it continues another chain.
        case otherChain = "other_chain"
        /// Another entry of its sequence is the right one, or was there before it.
        case second = "second_entry"
        /// Its sequence or its hash of the record before cannot be read.
        case unreadable = "unreadable"
    }

    let cause: Cause
    /// Nil where it cannot be read.
    let sequence: UInt64?
    /// When journald received it.
    let time: Timestamp
    /// What finds it in the journal.
    let cursor: String
}

extension ForeignEntry.Cause {
    /// The cause in words.
    var meaning: String {
        switch self {
        case .noRow: "the ledger has no such row"
        case .otherChain: "continues another chain than the ledger's"
        case .second: "a second entry of its sequence, and a different one"
        case .unreadable: "its sequence or previous hash is unreadable"
        }
    }
}
