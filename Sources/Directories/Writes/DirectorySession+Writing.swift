internal import AccountPolicy
internal import FaultPoints
internal import LDAPClient
public import Ledger
public import Requests

/// Carrying out a recorded write: one exchange for the password or the lock, then a look at what came of it.
extension DirectorySession {
    /// How often a write is sent again after the server said that another one was in its way; it was then not done.
    private static var collisions: Int { 3 }

    /// Carries out a recorded write, and looks for the truth when no answer comes.
    public func carryOut(_ intent: borrowing Intent) async -> Settlement {
        let settlement = await carryOutHere(intent)
        if case .refused(.directoryReadOnly) = settlement {
            directory.pool.avoid(
                lease.connection.address, because: .readOnly(Refusal.directoryReadOnly.description))
        }
        return await unlockedEverywhere(settlement, intent)
    }

    private func carryOutHere(_ intent: borrowing Intent) async -> Settlement {
        let facts = intent.permitted.facts
        if let objection = dialect.objection(to: intent.permitted) { return .refused(objection) }
        do throws(LDAPError) {
            let name = try DistinguishedName(facts.identity.distinguishedName)
            if intent.permitted.operation == .unlock, facts.lockMark == nil { return try await proveOpen(intent, name) }
            return try await settle(write(intent, to: name), intent, name)
        } catch {
            guard error.mayHaveBeenSent else { return .refused(Refusal(beforeSending: error)) }
            return await searchForTruth(about: intent, after: error)
        }
    }

    private func write(
        _ intent: borrowing Intent, to name: DistinguishedName
    ) async throws(LDAPError) -> WriteMeaning {
        var attempts = 0
        while true {
            let answer = try await send(intent, to: name)
            let meaning = dialect.meaning(of: answer, to: intent.permitted)
            attempts += 1
            guard case .collision = meaning, attempts <= Self.collisions else { return meaning }
        }
    }

    private func send(_ intent: borrowing Intent, to name: DistinguishedName) async throws(LDAPError) -> LDAPResult {
        guard intent.permitted.operation == .change, dialect.changesAsOwner else {
            return try await dialect.send(
                intent.permitted, to: name, on: lease.connection, deadline: exchangeDeadline)
        }
        return try await sendAsOwner(intent, name)
    }

    private func settle(
        _ meaning: WriteMeaning, _ intent: borrowing Intent, _ name: DistinguishedName
    ) async -> Settlement {
        FaultPoint.answered.reached()
        switch meaning {
        case .done where intent.permitted.operation == .unlock:
            return await proveUnlock(intent, name, isConfirmed: true)
        case .done: return await provePassword(intent, name, mustChange: await askForChange(intent, name))
        case .lockMoved: return await proveUnlock(intent, name, isConfirmed: false)
        case .collision: return .refused(.accountBusy)
        // A proxy says so of an operation that it may have passed on.
        case .unsure: return await searchForTruth(about: intent, after: .connectionLost(sent: true))
        case .refused(let refusal):
            return .refused(
                await dialect.explained(
                    refusal, of: intent.permitted, to: name, on: lease.connection, deadline: exchangeDeadline))
        }
    }

    /// Asks for a new password at the next sign-in where the write itself could not; nil where nothing was asked.
    private func askForChange(_ intent: borrowing Intent, _ name: DistinguishedName) async -> Bool? {
        guard intent.permitted.wantsChange else { return nil }
        guard dialect.asksForChangeSeparately else { return true }
        do throws(LDAPError) {
            return try await dialect.askForChange(name, on: lease.connection, deadline: exchangeDeadline)
        } catch {
            return await askAgainForChange(name)
        }
    }

    /// The password is written by now: a connection that broke since must not leave it without the change.
    private func askAgainForChange(_ name: DistinguishedName) async -> Bool {
        await onNewConnection { connection throws(LDAPError) in
            try await dialect.askForChange(name, on: connection, deadline: exchangeDeadline)
        } ?? false
    }
}
