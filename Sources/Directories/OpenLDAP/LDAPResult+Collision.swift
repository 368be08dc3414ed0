internal import LDAPClient
internal import Requests

extension LDAPResult {
    /// Whether slapd turned a password write down only because another write to the entry got in between.
    func isCollision(during operation: Operation) -> Bool {
        guard operation != .unlock, passwordPolicy?.error == nil else { return false }
        return code == .noSuchAttribute || code == .attributeOrValueExists
    }
}
