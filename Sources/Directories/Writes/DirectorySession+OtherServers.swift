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
        let here = lease.connection.address
        return .applied(
            receipt.with(await directory.unlockOthers(than: here, name, dialect, deadline: exchangeDeadline)))
    }
}

extension Directory {
    /// Clears a lock on every server but the one where it is cleared, and answers how that ended on each.
    func unlockOthers(
        than server: ServerAddress, _ name: DistinguishedName, _ dialect: any Dialect,
        deadline: ContinuousClock.Instant
    ) async -> [ServerUnlock] {
        var others: [ServerUnlock] = []
        for address in otherServers(than: server) {
            let refusal = await clearLock(of: name, at: address, dialect, deadline)
            others.append(ServerUnlock(server: address.description, refusal: refusal))
        }
        return others
    }

    private func clearLock(
        of name: DistinguishedName, at address: ServerAddress, _ dialect: any Dialect,
        _ deadline: ContinuousClock.Instant
    ) async -> Refusal? {
        do throws(LDAPError) {
            let answer = try await onConnection(to: address, deadline: deadline) {
                (connection) throws(LDAPError) in
                try await dialect.clearLock(name, on: connection, deadline: deadline)
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
