internal import AccountPolicy
internal import Authorisation
internal import FaultPoints
internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

/// Writing to a slapd entry: one exchange for the password or the lock, then a look at what came of it.
extension DirectorySession {
    /// How often a write is sent again after slapd said that another one was in its way (16 or 20 without a policy
    /// error: the write was then not done).
    private static var collisions: Int { 3 }

    func carryOutOpenLDAP(_ intent: borrowing Intent) async -> Settlement {
        let facts = intent.permitted.facts
        do throws(LDAPError) {
            let name = try DistinguishedName(facts.identity.distinguishedName)
            if intent.permitted.operation == .unlock, facts.lockMark == nil { return try await proveOpen(intent, name) }
            let result = try await writeOpenLDAP(intent, to: name)
            return await settleOpenLDAP(result, intent, name)
        } catch {
            guard error.mayHaveBeenSent else { return .refused(Refusal(beforeSending: error)) }
            return await searchForTruth(about: intent, after: error)
        }
    }

    private func writeOpenLDAP(
        _ intent: borrowing Intent, to name: DistinguishedName
    ) async throws(LDAPError) -> LDAPResult {
        var result = try await sendOpenLDAP(intent, to: name)
        for _ in 0..<Self.collisions where result.isCollision(during: intent.permitted.operation) {
            result = try await sendOpenLDAP(intent, to: name)
        }
        return result
    }

    private func sendOpenLDAP(
        _ intent: borrowing Intent, to name: DistinguishedName
    ) async throws(LDAPError) -> LDAPResult {
        let connection = lease.connection
        switch intent.permitted.authorised.request.work {
        case .reset(let reset):
            return try await connection.modifyPassword(of: name, to: reset.new, deadline: exchangeDeadline)
        case .change(let change):
            return try await connection.modifyPassword(
                of: name, from: change.current, to: change.new, deadline: exchangeDeadline)
        default:
            let lock = Modification.delete(OpenLDAPAttribute.lockedTime, .text(intent.permitted.facts.lockMark ?? ""))
            return try await connection.modify(name, [lock], deadline: exchangeDeadline)
        }
    }

    private func settleOpenLDAP(
        _ result: LDAPResult, _ intent: borrowing Intent, _ name: DistinguishedName
    ) async -> Settlement {
        FaultPoint.answered.reached()
        switch (intent.permitted.operation, result.code) {
        case (.unlock, .success): return await proveUnlock(intent, name, isConfirmed: true)
        case (.unlock, .noSuchAttribute): return await proveUnlock(intent, name, isConfirmed: false)
        case (_, .success):
            let mustChange = await askForChange(intent, name)
            return await provePassword(intent, name, mustChange: mustChange)
        case (_, .unavailable), (_, .timeLimitExceeded):
            // A proxy says so of an operation that it may have passed on.
            return await searchForTruth(about: intent, after: .connectionLost(sent: true))
        default: return .refused(Refusal(openLDAP: result, to: intent))
        }
    }

    /// Sets pwdReset after a reset that wants it; slapd clears it with every new password, so it cannot come first,
    /// and the RFC 3062 exchange cannot carry it. Answers nil where nothing was asked.
    private func askForChange(_ intent: borrowing Intent, _ name: DistinguishedName) async -> Bool? {
        guard intent.permitted.wantsChange else { return nil }
        do throws(LDAPError) {
            return try await setReset(name, on: lease.connection)
        } catch {
            return await askAgainForChange(name)
        }
    }

    /// The password is written by now: a connection that broke since must not leave it without the change.
    private func askAgainForChange(_ name: DistinguishedName) async -> Bool {
        await onNewConnection { connection throws(LDAPError) in try await setReset(name, on: connection) } ?? false
    }

    private func setReset(_ name: DistinguishedName, on connection: LDAPConnection) async throws(LDAPError) -> Bool {
        let change = Modification.replace(OpenLDAPAttribute.reset, .text("TRUE"))
        return try await connection.modify(name, [change], deadline: exchangeDeadline).code == .success
    }
}
