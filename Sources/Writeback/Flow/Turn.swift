/// The right to work on one account, until ``end()``.
struct Turn: Sendable {
    let turns: AccountTurns
    let account: String
    /// Whether somebody else had the account first, so that what was known of it may be out of date.
    let hasWaited: Bool

    func end() {
        turns.end(account)
    }
}
