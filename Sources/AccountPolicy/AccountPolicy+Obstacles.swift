public import Requests

extension AccountPolicy {
    /// What is told of an account: its state, its rules, and what stands in the way of each operation.
    public func report(on facts: AccountFacts, at now: Timestamp) -> StatusReport {
        StatusReport(
            lock: facts.lock, failedAttempts: facts.failedAttempts, lastFailedAttempt: facts.lastFailedAttempt,
            mustChange: facts.mustChange, lastChange: facts.lastChange, rules: facts.rules,
            obstacles: Operation.allCases.map { operation in
                let isOn = operations.contains(operation)
                return (operation, isOn ? obstacle(to: operation, on: facts, at: now) : .operationOff(operation))
            })
    }

    /// The first thing that stands in the way of `operation`, or nil.
    func obstacle(to operation: Operation, on facts: AccountFacts, at now: Timestamp) -> Refusal? {
        switch operation {
        case .status: nil
        case .reset: validity(of: facts, at: now) ?? administratorLock(on: facts) ?? resetRules(of: facts, at: now)
        case .unlock: validity(of: facts, at: now) ?? administratorLock(on: facts)
        case .change: validity(of: facts, at: now) ?? lock(on: facts) ?? changeRules(of: facts, at: now)
        }
    }

    private func validity(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        if let end = facts.validUntil, end <= now { return .accountExpired(since: end) }
        if let start = facts.validFrom, now < start { return .accountNotYetValid(until: start) }
        return nil
    }

    private func administratorLock(on facts: AccountFacts) -> Refusal? {
        facts.lock == .byAdministrator ? .lockedByAdministrator : nil
    }

    /// A change is refused while the account is locked: the directory would take it, and clear the lock, so that a
    /// locked-out guesser could go on guessing here.
    private func lock(on facts: AccountFacts) -> Refusal? {
        switch facts.lock {
        case .open: nil
        case .byAdministrator: .lockedByAdministrator
        case .locked(let since, _): .accountLocked(since: since)
        }
    }

    private func resetRules(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        guard let rules = facts.rules else { return nil }
        return rules.wantsCurrentPassword ? .currentPasswordRequired : tooYoung(rules, facts, at: now)
    }

    /// The directory lets its service identity change what the owner may not, so the agent is the one who refuses.
    private func changeRules(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        guard let rules = facts.rules else { return facts.hasUnreadablePolicy ? .noPermission(.readPolicy) : nil }
        return rules.allowsChange ? tooYoung(rules, facts, at: now) : .changeForbidden
    }

    private func tooYoung(_ rules: PasswordRules, _ facts: AccountFacts, at now: Timestamp) -> Refusal? {
        guard let age = rules.minimumAge, let changed = facts.lastChange, !facts.mustChange else { return nil }
        let until = changed + age
        return now < until ? .passwordTooYoung(until: until) : nil
    }
}
