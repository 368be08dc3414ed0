internal import LDAPClient
internal import Requests

extension Sight {
    /// What a FreeIPA entry shows of the writes to it.
    ///
    /// krbLastPwdChange tells a new password from everything else, but the plug-in that keeps it dates a reset back by a
    /// second.
    init(freeIPA entry: Entry, isNumbered: Bool) {
        typealias Attribute = FreeIPAAttribute
        self.init(
            changedAt: entry.generalizedTime(Attribute.changedTime), mark: Sight.mark(of: entry, isNumbered: isNumbered)
        )
        marksSeconds = !isNumbered
        let count = entry.text(Attribute.failedCount).flatMap { Int($0) } ?? 0
        let failed = entry.generalizedTime(Attribute.lastFailed)
        let isUnlocked = entry.generalizedTime(Attribute.lastUnlock).map { $0 >= failed ?? $0 } ?? false
        lock = count > 0 && failed != nil && !isUnlocked ? entry.freeIPALockMark : nil
        mustChange = entry.generalizedTime(Attribute.expirationTime).map { $0 <= .now } ?? false
        if let changedAt, let modified = entry.generalizedTime(Attribute.modifyTime) {
            isPending = changedAt + 2 < modified
        }
    }
}

extension Entry {
    /// What tells one lock from the next: the time of the last failure and the count of all.
    var freeIPALockMark: String? {
        guard let count = text(FreeIPAAttribute.failedCount), let failed = text(FreeIPAAttribute.lastFailed) else {
            return nil
        }
        return "\(failed)#\(count)"
    }
}
