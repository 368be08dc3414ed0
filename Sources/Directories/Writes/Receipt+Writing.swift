internal import AccountPolicy
internal import Ledger
internal import Requests

extension Receipt {
    /// The receipt of a write to an account that was in the state of `facts`.
    init(_ facts: AccountFacts, passwordChanged: Bool, mustChange: Bool?, _ verification: Verification) {
        self.init(
            time: .now, passwordChanged: passwordChanged, wasLocked: facts.lock.isLocked, mustChange: mustChange,
            failedAttempts: facts.failedAttempts, lastFailedAttempt: facts.lastFailedAttempt,
            verification: verification, shortfall: mustChange == false ? .mustChangeNotSet : nil)
    }

    /// The receipt of a write whose end is found out later.
    init(_ write: UnsettledWrite, passwordChanged: Bool, mustChange: Bool?, _ verification: Verification) {
        self.init(
            time: .now, passwordChanged: passwordChanged, wasLocked: write.wasLocked, mustChange: mustChange,
            failedAttempts: write.failedAttempts, lastFailedAttempt: write.lastFailedAttempt,
            verification: verification, shortfall: mustChange == false ? .mustChangeNotSet : nil)
    }

    /// The same receipt with what became of the lock on the other servers.
    func with(_ others: [ServerUnlock]) -> Receipt {
        let isLockedSomewhere = others.contains { $0.refusal != nil }
        return Receipt(
            time: time, passwordChanged: passwordChanged, wasLocked: wasLocked, mustChange: mustChange,
            failedAttempts: failedAttempts, lastFailedAttempt: lastFailedAttempt, verification: verification,
            shortfall: shortfall ?? (isLockedSomewhere ? .notUnlockedEverywhere : nil), otherServers: others)
    }
}
