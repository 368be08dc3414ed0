public import Requests

extension AccountPolicy {
    /// What is told of an account: its state, its rules, and what stands in the way of each operation.
    public func report(on facts: AccountFacts, at now: Timestamp) -> StatusReport {
        StatusReport(
            lock: facts.lock, failedAttempts: facts.failedAttempts, lastFailedAttempt: facts.lastFailedAttempt,
            mustChange: facts.mustChange, lastChange: facts.lastChange, passwordExpires: facts.passwordExpires,
            rules: facts.rules,
            obstacles: Operation.allCases.map { operation in
                let isOn = operations.contains(operation)
                return (operation, isOn ? obstacle(to: operation, on: facts, at: now) : .operationOff(operation))
            })
    }

    /// The first thing that stands in the way of `operation`, or nil.
    func obstacle(to operation: Operation, on facts: AccountFacts, at now: Timestamp) -> Refusal? {
        switch operation {
        case .status: nil
        case .reset:
            validity(of: facts, at: now) ?? administratorLock(on: facts) ?? protection(of: facts)
                ?? resetRules(of: facts, at: now)
        case .unlock:
            validity(of: facts, at: now) ?? administratorLock(on: facts) ?? protection(of: facts)
                ?? unknownLock(on: facts)
        case .change:
            validity(of: facts, at: now) ?? lock(on: facts) ?? changeRules(of: facts, at: now)
                ?? tries(on: facts, at: now)
        }
    }

    private func protection(of facts: AccountFacts) -> Refusal? {
        facts.isProtected ? .accountProtected : nil
    }

    /// Where the directory counts wrong current passwords, one that would lock the account is not tried.
    private func tries(on facts: AccountFacts, at now: Timestamp) -> Refusal? {
        guard let until = facts.triesPausedUntil, now < until else { return nil }
        return .tooManyAttempts(retryAfter: .seconds(until.seconds - now.seconds))
    }

    private func validity(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        if facts.hasUnreadableState { return .noPermission(.readAccount, object: facts.identity.distinguishedName) }
        if facts.isDisabled { return .accountDisabled }
        if let end = facts.validUntil, end <= now { return .accountExpired(since: end) }
        if let start = facts.validFrom, now < start { return .accountNotYetValid(until: start) }
        return nil
    }

    private func administratorLock(on facts: AccountFacts) -> Refusal? {
        facts.lock == .byAdministrator ? .lockedByAdministrator : nil
    }

    private func unknownLock(on facts: AccountFacts) -> Refusal? {
        guard facts.lock == .unknown else { return nil }
        return facts.hasUnreadablePolicy
            ? .noPermission(.readPolicy, object: facts.identity.distinguishedName) : .unlockUnsupported
    }

    /// A change is refused while the account is locked: the directory would take it, and clear the lock, so that a
    /// locked-out guesser could go on guessing here.
    private func lock(on facts: AccountFacts) -> Refusal? {
        switch facts.lock {
        case .open, .unknown: nil
        case .byAdministrator: .lockedByAdministrator
        case .locked(let since, _): .accountLocked(since: since)
        }
    }

    private func resetRules(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        if facts.hasUnreadablePolicy, facts.agentChecksReset {
            return .noPermission(.readPolicy, object: facts.identity.distinguishedName)
        }
        guard let rules = facts.rules else { return nil }
        if rules.wantsCurrentPassword { return .currentPasswordRequired }
        return rules.agesOnReset ? tooYoung(rules, facts, at: now) : nil
    }

    /// The directory lets its service identity change what the owner may not, so the agent is the one who refuses.
    private func changeRules(of facts: AccountFacts, at now: Timestamp) -> Refusal? {
        if facts.hasUnreadablePolicy { return .noPermission(.readPolicy) }
        guard let rules = facts.rules else { return nil }
        guard rules.allowsChange else { return facts.isProtected ? .accountProtected : .changeForbidden }
        return tooYoung(rules, facts, at: now)
    }

    private func tooYoung(_ rules: PasswordRules, _ facts: AccountFacts, at now: Timestamp) -> Refusal? {
        guard let age = rules.minimumAge, !facts.mustChange else { return nil }
        guard let until = facts.changeableAfter ?? facts.lastChange.map({ $0 + age }) else { return nil }
        return now < until ? .passwordTooYoung(until: until) : nil
    }
}
