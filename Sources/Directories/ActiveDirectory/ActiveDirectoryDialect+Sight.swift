internal import LDAPClient
internal import Requests

/// What an entry of Active Directory shows of the writes to it.
extension ActiveDirectoryDialect {
    func sight(of entry: Entry) -> Sight {
        let flags = entry.flags(ActiveDirectoryAttribute.computedControl) ?? []
        return Sight(
            changedAt: entry.fileTime(ActiveDirectoryAttribute.lastSet),
            mark: entry.changeMark, lock: entry.lock,
            mustChange: flags.contains(.passwordExpired))
    }

    func isOpen(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        let attribute = ActiveDirectoryAttribute.computedControl
        let entry = try await connection.entry(name, attributes: [attribute], deadline: deadline)
        return entry?.flags(attribute).map { !$0.contains(.locked) } ?? false
    }
}
