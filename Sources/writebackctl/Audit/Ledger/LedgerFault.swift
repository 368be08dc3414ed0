/// Where a ledger's chain is broken, and how, in words.
struct LedgerFault: Equatable, Sendable {
    let sequence: Int
    let reason: String
}
