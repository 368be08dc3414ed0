/// Something to be recorded, on its way to the one thread that writes.
struct Submission: Sendable {
    /// What it is about, which decides what becomes of it while the ledger takes nothing.
    enum Kind {
        /// A write is about to begin: it then does not, and the journal need not be told.
        case intent
        /// A write has ended: the journal is told however many wait.
        case outcome
        /// Anything else: the journal is told unless too many wait.
        case other
    }

    let kind: Kind
    /// The record's canonical body.
    let body: [UInt8]
    /// What it changes in what is known of requests.
    let change: RowChange?
    /// Who waits for it: they are told when it is on disk, or why it is not.
    var waiter: CheckedContinuation<LedgerError?, Never>?
}
