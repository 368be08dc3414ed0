internal import AccountPolicy
internal import LDAPClient
internal import Ledger
internal import Requests

/// Where each server counts wrong passwords for itself, an account that is unlocked on one of them may be locked on the
/// others.
extension DirectorySession {
    /// Clears the lock on the directory's other servers too, where it has to be, and adds to the receipt how that ended.
    func unlockedEverywhere(_ settlement: Settlement, _ intent: borrowing Intent) async -> Settlement {
        guard case .applied(let receipt) = settlement, dialect.locksPerServer, intent.permitted.wantsUnlock,
            let name = try? DistinguishedName(intent.permitted.facts.identity.distinguishedName)
        else { return settlement }
        var others: [ServerUnlock] = []
        for address in directory.otherServers(than: lease.connection.address) {
            others.append(ServerUnlock(server: address.description, refusal: await clearLock(of: name, at: address)))
        }
        return .applied(receipt.with(others))
    }

    private func clearLock(of name: DistinguishedName, at address: ServerAddress) async -> Refusal? {
        do throws(LDAPError) {
            let answer = try await directory.onConnection(to: address, deadline: exchangeDeadline) {
                (connection) throws(LDAPError) in
                try await dialect.clearLock(name, on: connection, deadline: exchangeDeadline)
            }
            return answer.code == .success ? nil : Refusal(answer, clearingLockOf: name)
        } catch {
            return Refusal(beforeSending: error)
        }
    }
}

extension Refusal {
    fileprivate init(_ answer: LDAPResult, clearingLockOf name: DistinguishedName) {
        switch answer.code {
        case .insufficientAccessRights: self = .noPermission(.clearLock, object: name.text)
        default: self = Refusal(answer)
        }
    }
}
