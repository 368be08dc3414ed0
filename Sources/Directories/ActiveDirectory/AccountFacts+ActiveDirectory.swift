internal import AccountPolicy
internal import LDAPClient
internal import Requests

extension AccountFacts {
    /// Takes an account's state from its entry; ``rules`` must be known by then.
    mutating func readActiveDirectoryState(of entry: Entry, now: Timestamp) {
        changeMark = entry.changeMark
        guard let control = entry.flags(ActiveDirectoryAttribute.control),
            let computed = entry.flags(ActiveDirectoryAttribute.computedControl),
            entry.text(ActiveDirectoryAttribute.lastSet) != nil,
            entry.text(ActiveDirectoryAttribute.accountExpires) != nil
        else {
            hasUnreadableState = true
            lock = .unknown
            return
        }
        isDisabled = control.contains(.disabled)
        mustChange = computed.contains(.passwordExpired)
        lastChange = entry.fileTime(ActiveDirectoryAttribute.lastSet)
        passwordExpires = entry.fileTime(ActiveDirectoryAttribute.passwordExpiry)
        validUntil = entry.fileTime(ActiveDirectoryAttribute.accountExpires)
        failedAttempts = entry.number(ActiveDirectoryAttribute.failedAttempts) ?? 0
        lastFailedAttempt = entry.fileTime(ActiveDirectoryAttribute.lastFailedAttempt)
        lock = lockState(of: entry, now: now)
        lockMark = entry.lock
    }

    private func lockState(of entry: Entry, now: Timestamp) -> LockState {
        guard entry.isLocked else { return .open }
        let since = entry.fileTime(ActiveDirectoryAttribute.lockoutTime) ?? lastFailedAttempt ?? now
        return .locked(since: since, until: (rules?.lockoutDuration).map { since + $0 })
    }

    /// Whether one more wrong password would lock the account, if those before it still count.
    ///
    /// A policy that locks at the first one leaves no change at all without that risk; there it is the organisation's own
    /// choice, and the same at every sign-in.
    var isNearLockout: Bool {
        guard let threshold = rules?.lockoutThreshold, threshold > 1 else { return false }
        return failedAttempts >= threshold - 1
    }

    /// Lets nobody try until the wrong passwords so far are forgotten, counted by the server's clock; where it is not known
    /// when that is, until somebody signs in or a day has passed.
    mutating func pauseTries(serverTime: Timestamp?, now: Timestamp) {
        guard let window = rules?.failureWindow, let lastFailedAttempt else {
            triesPausedUntil = now + 86_400
            return
        }
        // Both times are cut to whole seconds.
        let left = lastFailedAttempt.seconds + window + 1 - (serverTime ?? now).seconds
        triesPausedUntil = left > 0 ? now + left : nil
    }
}
