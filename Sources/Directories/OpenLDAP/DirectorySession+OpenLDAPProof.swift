internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

/// Looking, on the server that was written to, whether the write is there.
extension DirectorySession {
    func provePassword(
        _ intent: borrowing Intent, _ name: DistinguishedName, mustChange: Bool?
    ) async -> Settlement {
        let facts = intent.permitted.facts
        guard let entry = await entryAfterWrite(name) else { return .unknown(.notVerified) }
        guard facts.isOlder(thanOpenLDAP: entry) else { return .unknown(.notVisible) }
        guard directory.settings.verifiesByBind else {
            return .applied(receipt(of: facts, passwordChanged: true, mustChange: mustChange, .changeTime))
        }
        guard await signsIn(with: intent, as: name) else { return .unknown(.notVerified) }
        return .applied(receipt(of: facts, passwordChanged: true, mustChange: mustChange, .bind))
    }

    func proveUnlock(
        _ intent: borrowing Intent, _ name: DistinguishedName, isConfirmed: Bool
    ) async -> Settlement {
        guard let entry = await entryAfterWrite(name) else { return .unknown(.notVerified) }
        let lock = entry.text(OpenLDAPAttribute.lockedTime)
        // Another lock than the one that was cleared has come since.
        guard lock == nil else { return isConfirmed ? .unknown(.overtaken) : .refused(.accountBusy) }
        return .applied(receipt(of: intent.permitted.facts, passwordChanged: false, mustChange: nil, .lockState))
    }

    /// An account without a lock needs no write; but a lock that may not be read looks like none, while slapd finds the
    /// entry by the absence of the attribute only for one who may read it.
    func proveOpen(_ intent: borrowing Intent, _ name: DistinguishedName) async throws(LDAPError) -> Settlement {
        let unlocked = try await lease.connection.search(
            base: name, scope: .base, filter: .not(.present(OpenLDAPAttribute.lockedTime)), attributes: ["1.1"],
            sizeLimit: 1, deadline: exchangeDeadline)
        guard !unlocked.entries.isEmpty else { return .refused(.noPermission(.readAccount)) }
        return .applied(receipt(of: intent.permitted.facts, passwordChanged: false, mustChange: nil, .lockState))
    }

    /// The entry as it is now, from the same server: on the same connection or, if that broke, on a new one.
    private func entryAfterWrite(_ name: DistinguishedName) async -> Entry? {
        do throws(LDAPError) {
            return try await lease.connection.entry(
                name, attributes: OpenLDAPAttribute.proof, deadline: exchangeDeadline)
        } catch {
            return await entryOnNewConnection(name)
        }
    }

    /// Whether the account signs in with the password of `intent`, on a connection of its own to the same server.
    func signsIn(with intent: borrowing Intent, as name: DistinguishedName) async -> Bool {
        do {
            guard let password = try intent.permitted.authorised.request.work.newPassword() else { return false }
            let credentials = Credentials.simple(name, password)
            let connection = try await directory.connect(
                to: lease.connection.address, as: credentials, deadline: exchangeDeadline)
            await connection.close()
            return true
        } catch {
            return false
        }
    }

    func receipt(
        of facts: AccountFacts, passwordChanged: Bool, mustChange: Bool?, _ verification: Verification
    ) -> Receipt {
        Receipt(
            time: .now, passwordChanged: passwordChanged, wasLocked: facts.lock.isLocked, mustChange: mustChange,
            failedAttempts: facts.failedAttempts, lastFailedAttempt: facts.lastFailedAttempt,
            verification: verification, shortfall: mustChange == false ? .mustChangeNotSet : nil)
    }
}

extension AccountFacts {
    /// Whether `entry`, read later, has been written to since.
    ///
    /// pwdChangedTime counts seconds only, so that two writes in one second look like one; entryCSN counts on.
    func isOlder(thanOpenLDAP entry: Entry) -> Bool {
        let changed = entry.text(OpenLDAPAttribute.changedTime).flatMap(Timestamp.init(generalizedTime:))
        if let changed, lastChange.map({ $0 < changed }) ?? true { return true }
        let mark = entry.text(OpenLDAPAttribute.changeMark)
        return mark != nil && mark != changeMark
    }
}
