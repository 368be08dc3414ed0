internal import AccountPolicy
internal import LDAPClient
internal import Requests

extension AccountFacts {
    /// Takes an account's state from its slapd entry; ``rules`` must be known by then.
    mutating func readOpenLDAPState(of entry: Entry, now: Timestamp) {
        func time(_ attribute: String) -> Timestamp? { entry.text(attribute).flatMap(Timestamp.init(generalizedTime:)) }
        let failures = entry.texts(OpenLDAPAttribute.failureTime).compactMap(Timestamp.init(generalizedTime:))
        lock = lockState(lockedTime: entry.text(OpenLDAPAttribute.lockedTime), now: now)
        lockMark = entry.text(OpenLDAPAttribute.lockedTime)
        failedAttempts = failures.count
        lastFailedAttempt = failures.max()
        mustChange = entry.text(OpenLDAPAttribute.reset) == "TRUE" && rules?.canAskForChange ?? true
        lastChange = time(OpenLDAPAttribute.changedTime)
        if let lastChange, let age = rules?.maximumAge { passwordExpires = lastChange + age }
        validFrom = time(OpenLDAPAttribute.startTime)
        validUntil = time(OpenLDAPAttribute.endTime)
        changeMark = entry.text(OpenLDAPAttribute.changeMark)
        resetClearsLock = true
    }

    /// slapd leaves pwdAccountLockedTime in the entry after the lockout has run out, until the next sign-in, and heeds
    /// it only where the policy locks out at all.
    private func lockState(lockedTime: String?, now: Timestamp) -> LockState {
        guard let lockedTime, rules?.locksOut ?? true else { return .open }
        guard lockedTime != OpenLDAPAttribute.lockedForGood, let since = Timestamp(generalizedTime: lockedTime) else {
            return .byAdministrator
        }
        let until = (rules?.lockoutDuration).map { since + $0 }
        if let until, until <= now { return .open }
        return .locked(since: since, until: until)
    }
}
