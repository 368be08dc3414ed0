internal import AccountPolicy
internal import LDAPClient
internal import Requests

extension AccountFacts {
    /// Takes an account's state from its FreeIPA entry; ``rules`` must be known by then.
    mutating func readFreeIPAState(of entry: Entry, _ sight: Sight, suffix: DistinguishedName?, now: Timestamp) {
        typealias Attribute = FreeIPAAttribute
        (lastChange, changeMark, mustChange) = (sight.changedAt, sight.mark, sight.mustChange)
        passwordExpires = entry.generalizedTime(Attribute.expirationTime)
        lastFailedAttempt = entry.generalizedTime(Attribute.lastFailed)
        failedAttempts = countedFailures(entry, now: now)
        lock = lockState(entry, now: now)
        lockMark = lock.isLocked ? entry.freeIPALockMark : nil
        isDisabled = entry.text(Attribute.accountLock)?.lowercased() == "true"
        // The plug-ins take the epoch for no end at all.
        validUntil = entry.generalizedTime(Attribute.validUntil).flatMap { $0.seconds == 0 ? nil : $0 }
        let admins = suffix.flatMap { try? DistinguishedName("cn=admins,cn=groups,cn=accounts,\($0.text)") }
        isProtected = entry.texts(Attribute.memberOf).contains { (try? DistinguishedName($0)) == admins }
        // One who must sign in with a token as well cannot do so with a password alone.
        let types = entry.texts(Attribute.authenticationTypes).map { $0.lowercased() }
        if !types.isEmpty, !types.contains("password") { rules?.allowsChange = false }
    }

    /// The server forgets failures when the next one comes after the policy's interval.
    private func countedFailures(_ entry: Entry, now: Timestamp) -> Int {
        let count = entry.text(FreeIPAAttribute.failedCount).flatMap { Int($0) } ?? 0
        guard let lastFailedAttempt, let window = rules?.failureWindow else { return count }
        let isLocked = count >= rules?.lockoutThreshold ?? .max
        return !isLocked && lastFailedAttempt + window < now ? 0 : count
    }

    /// As the ipa-lockout plug-in and the Kerberos server reckon: too many failures, the last of them after the last
    /// unlock by hand, and not too long ago.
    private func lockState(_ entry: Entry, now: Timestamp) -> LockState {
        guard rules != nil else { return .unknown }
        let count = entry.text(FreeIPAAttribute.failedCount).flatMap { Int($0) } ?? 0
        guard let threshold = rules?.lockoutThreshold, count >= threshold else { return .open }
        guard let failed = entry.generalizedTime(FreeIPAAttribute.lastFailed) else { return .open }
        if let unlocked = entry.generalizedTime(FreeIPAAttribute.lastUnlock), failed <= unlocked { return .open }
        guard let duration = rules?.lockoutDuration else { return .locked(since: failed, until: nil) }
        return now < failed + duration ? .locked(since: failed, until: failed + duration) : .open
    }
}
