internal import AccountPolicy
internal import LDAPClient
internal import Requests

extension AccountFacts {
    /// Takes an account's state from its 389 Directory Server entry; ``rules`` must be known by then.
    mutating func readDirectoryServer389State(of entry: Entry, _ sight: Sight, now: Timestamp) {
        typealias Attribute = DirectoryServer389Attribute
        (lastChange, changeMark) = (sight.changedAt, sight.mark)
        changeableAfter = rules?.minimumAge == nil ? nil : entry.generalizedTime(Attribute.allowChangeTime)
        mustChange = sight.mustChange && rules?.canAskForChange ?? true
        passwordExpires = entry.text(Attribute.expirationTime).flatMap {
            $0 == Attribute.epoch ? nil : Timestamp(generalizedTime: $0)
        }
        isDisabled = entry.text(Attribute.accountLock)?.lowercased() == "true"
        resetClearsLock = true
        readFailures(of: entry, now: now)
        if let since = lockBegin(entry, now: now) {
            let isForGood = entry.text(Attribute.unlockTime) == Attribute.epoch
            lock = .locked(since: since, until: isForGood ? nil : entry.generalizedTime(Attribute.unlockTime))
            lockMark = entry.text(Attribute.unlockTime)
        }
    }

    private mutating func readFailures(of entry: Entry, now: Timestamp) {
        typealias Attribute = DirectoryServer389Attribute
        let count = entry.text(Attribute.retryCount).flatMap { Int($0) } ?? 0
        let end = entry.generalizedTime(Attribute.retryReset)
        // The server forgets them when the next one comes after this time.
        failedAttempts = end.map { $0 <= now } ?? false ? 0 : count
        guard count == 1, let end, let window = rules?.failureWindow else { return }
        lastFailedAttempt = end - window
    }

    /// When the account was locked; nil while it is not.
    ///
    /// A new password sets the count to zero and may leave the time of the lock behind, so that neither of the two alone
    /// says anything.
    private func lockBegin(_ entry: Entry, now: Timestamp) -> Timestamp? {
        typealias Attribute = DirectoryServer389Attribute
        guard rules?.locksOut ?? true, let text = entry.text(Attribute.unlockTime) else { return nil }
        let count = entry.text(Attribute.retryCount).flatMap { Int($0) } ?? 0
        guard count >= rules?.lockoutThreshold ?? 1, let end = Timestamp(generalizedTime: text) else { return nil }
        if text == Attribute.epoch {
            // Kept with the count is only when the server began to count.
            return entry.generalizedTime(Attribute.retryReset).map { $0 - (rules?.failureWindow ?? 0) } ?? end
        }
        return end > now ? end - (rules?.lockoutDuration ?? 0) : nil
    }
}

extension Entry {
    /// The first value as a time; nil when there is none that is one.
    func generalizedTime(_ attribute: String) -> Timestamp? {
        text(attribute).flatMap(Timestamp.init(generalizedTime:))
    }
}
