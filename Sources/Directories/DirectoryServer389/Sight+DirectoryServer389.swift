internal import LDAPClient
internal import Requests

extension Sight {
    /// What a 389 Directory Server entry shows of the writes to it.
    ///
    /// Wrong passwords move entryusn (of the USN plug-in, where it is on) and not modifyTimestamp, and pwdUpdateTime is
    /// kept only where the policy says so (passwordTrackUpdateTime): hence all three.
    init(directoryServer389 entry: Entry, isNumbered: Bool) {
        typealias Attribute = DirectoryServer389Attribute
        self.init(
            changedAt: entry.generalizedTime(Attribute.changedTime), mark: Self.mark(of: entry, isNumbered: isNumbered))
        let count = entry.text(Attribute.retryCount).flatMap { Int($0) } ?? 0
        let unlockTime = entry.text(Attribute.unlockTime)
        let isPast = entry.generalizedTime(Attribute.unlockTime).map { $0 <= .now } ?? true
        lock = count > 0 && (!isPast || unlockTime == Attribute.epoch) ? unlockTime : nil
        // The server writes what follows from a new password a moment after its answer.
        let modified = entry.generalizedTime(Attribute.modifyTime)
        if let changedAt, let modified { isPending = changedAt < modified }
        isPending = isPending || count > 0
        marksSeconds = !isNumbered
        mustChange =
            entry.text(Attribute.reset)?.uppercased() == "TRUE"
            || entry.text(Attribute.expirationTime) == Attribute.epoch
    }

    /// The time of the last write to an entry and the number of the last update; nil when neither may be read.
    static func mark(of entry: Entry, isNumbered: Bool) -> String? {
        let time = entry.text(DirectoryServer389Attribute.modifyTime)
        guard isNumbered, let number = entry.text(DirectoryServer389Attribute.updateNumber) else { return time }
        return "\(time ?? "")#\(number)"
    }
}
