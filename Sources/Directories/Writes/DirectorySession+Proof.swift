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
        guard let sight = await sightAfterPassword(name) else { return .unknown(.notVerified) }
        // Some servers ask for another password after every reset, wanted or not.
        let mustChange = mustChange ?? (sight.mustChange ? true : nil)
        let isNewer = facts.isOlder(than: sight)
        guard dialect.provesBySigningIn || isNewer || sight.marksSeconds else { return .unknown(.notVisible) }
        guard dialect.provesBySigningIn || directory.settings.verifiesByBind || !isNewer else {
            return .applied(Receipt(facts, passwordChanged: true, mustChange: mustChange, .changeTime))
        }
        guard await signsIn(with: intent, as: name) else { return .unknown(.notVerified) }
        return .applied(Receipt(facts, passwordChanged: true, mustChange: mustChange, .bind))
    }

    func proveUnlock(
        _ intent: borrowing Intent, _ name: DistinguishedName, isConfirmed: Bool
    ) async -> Settlement {
        guard let sight = await sightAfterWrite(name) else { return .unknown(.notVerified) }
        // Another lock than the one that was cleared has come since.
        guard sight.lock == nil else { return isConfirmed ? .unknown(.overtaken) : .refused(.accountBusy) }
        return .applied(Receipt(intent.permitted.facts, passwordChanged: false, mustChange: nil, .lockState))
    }

    /// An account without a lock needs no write.
    func proveOpen(_ intent: borrowing Intent, _ name: DistinguishedName) async throws(LDAPError) -> Settlement {
        guard try await dialect.isOpen(name, on: lease.connection, deadline: exchangeDeadline) else {
            return .refused(.noPermission(.readAccount, object: name.text))
        }
        return .applied(Receipt(intent.permitted.facts, passwordChanged: false, mustChange: nil, .lockState))
    }

    /// The entry once the server has written all that follows from a new password, or as it is when that takes too long:
    /// otherwise the rest of this write would be taken for the proof of the next one.
    private func sightAfterPassword(_ name: DistinguishedName) async -> Sight? {
        let limit = min(exchangeDeadline, .now + Self.settlingLimit)
        var sight = await sightAfterWrite(name)
        while let seen = sight, seen.isPending, .now < limit {
            try? await ContinuousClock().sleep(for: .milliseconds(5))
            sight = await sightAfterWrite(name)
        }
        return sight
    }

    /// For how long a server may take over what follows from a new password.
    private static var settlingLimit: Duration { .milliseconds(200) }

    /// The entry as it is now, from the same server: on the same connection or, if that broke, on a new one.
    private func sightAfterWrite(_ name: DistinguishedName) async -> Sight? {
        do throws(LDAPError) {
            return try await lease.connection.entry(
                name, attributes: dialect.sightAttributes, deadline: exchangeDeadline
            ).map(dialect.sight(of:))
        } catch {
            return await sightOnNewConnection(name)
        }
    }

    /// Whether the account signs in with the password of `intent`, on a connection of its own to the same server.
    func signsIn(with intent: borrowing Intent, as name: DistinguishedName) async -> Bool {
        guard let password = try? intent.permitted.authorised.request.work.newPassword() else { return false }
        let meaning = await directory.signIn(
            name, password, at: lease.connection.address, dialect, deadline: exchangeDeadline)
        return meaning == .right
    }
}

extension AccountFacts {
    /// Whether what was seen later has been written to since.
    ///
    /// Change times often count seconds only, so that two writes in one second look like one; the mark counts on.
    func isOlder(than sight: Sight) -> Bool {
        if let changed = sight.changedAt, lastChange.map({ $0 < changed }) ?? true { return true }
        return sight.mark != nil && sight.mark != changeMark
    }
}
