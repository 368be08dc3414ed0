internal import LDAPClient
internal import Requests

/// Active Directory's own forms of values.
extension Entry {
    func fileTime(_ attribute: String) -> Timestamp? { text(attribute).flatMap { FileTime($0) }?.timestamp }

    func flags(_ attribute: String) -> UserAccountControl? { text(attribute).flatMap { UserAccountControl($0) } }

    func number(_ attribute: String) -> Int? { text(attribute).flatMap { Int($0) } }

    var accessList: SecurityDescriptor? {
        self[ActiveDirectoryAttribute.descriptor].first.flatMap(SecurityDescriptor.init(bytes:))
    }

    /// A value that moves with every write to the entry. The server's number of the write does; pwdLastSet, in finer units
    /// than the seconds that are told of it, stands in for a number that may not be read. Nil where neither may.
    var changeMark: String? {
        let attributes = [
            ActiveDirectoryAttribute.changedTime, ActiveDirectoryAttribute.changedNumber,
            ActiveDirectoryAttribute.lastSet,
        ]
        let values = attributes.map { text($0) ?? "" }
        return values.allSatisfy(\.isEmpty) ? nil : values.joined(separator: "#")
    }

    /// Whether the account is locked now, by the one attribute that knows whether a lockout has run out.
    var isLocked: Bool { flags(ActiveDirectoryAttribute.computedControl)?.contains(.locked) ?? false }

    /// What its lock is known by; nil when it has none.
    var lock: String? { isLocked ? text(ActiveDirectoryAttribute.lockoutTime) ?? "locked" : nil }
}
