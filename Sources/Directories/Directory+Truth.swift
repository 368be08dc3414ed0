internal import LDAPClient
public import Ledger
public import Requests

/// Writes whose end was not recorded: what became of them is looked up on the server that they were sent to.
extension Directory {
    /// Looks what became of a write.
    ///
    /// A write that does not show may still be on its way: in a connection that is closed, in a server that is frozen or
    /// waits for its disk. It counts as not done only after it has not shown for the whole settling time.
    ///
    /// - Parameters:
    ///   - work: The request that came again, whose password tells a write of its own from somebody else's; without
    ///     it a password that was changed stays ``Truth/open(_:)``.
    ///   - deadline: When to give up.
    public func truth(
        about write: UnsettledWrite, work: borrowing Work, deadline: ContinuousClock.Instant
    ) async -> Truth {
        // What overtook it did so for good, and every further look would count as a wrong password of the user's.
        guard write.cause != .overtaken else { return .open(.overtaken) }
        let first = await look(for: write, work, deadline)
        guard case .notDone = first else { return conclude(first, about: write) }
        let settled = absences.begin(of: write) + settings.settlingTime
        guard settled <= deadline else { return .open(write.openCause) }
        try? await ContinuousClock().sleep(until: settled)
        return conclude(await look(for: write, work, deadline), about: write)
    }

    private func conclude(_ truth: Truth, about write: UnsettledWrite) -> Truth {
        guard case .notDone = truth else {
            if case .done = truth { absences.end(of: write) }
            return truth
        }
        // The server had said yes: then it is done, and what does not show it is somebody else's doing.
        guard write.cause != .notVerified, write.cause != .notVisible else { return .open(write.openCause) }
        guard absences.begin(of: write) + settings.settlingTime <= .now else { return .open(write.openCause) }
        absences.end(of: write)
        return truth
    }

    private func look(
        for write: UnsettledWrite, _ work: borrowing Work, _ deadline: ContinuousClock.Instant
    ) async -> Truth {
        let deadline = min(deadline, .now + settings.operationTimeout)
        guard let view = await view(of: write, deadline), view.anchor == write.account.anchor else {
            return .open(write.openCause)
        }
        guard write.operation != .unlock else { return await everywhere(write.unlockTruth(view), view, deadline) }
        guard write.mayShow(in: view.sight) else { return .notDone }
        let truth = await passwordTruth(write, view, work, deadline)
        return work.wantsUnlock ? await everywhere(truth, view, deadline) : truth
    }

    /// What is found to be done on the server that was written to has not come to the others yet.
    private func everywhere(_ truth: Truth, _ view: View, _ deadline: ContinuousClock.Instant) async -> Truth {
        guard case .done(let receipt) = truth, view.dialect.locksPerServer else { return truth }
        return .done(receipt.with(await unlockOthers(than: view.server, view.name, view.dialect, deadline: deadline)))
    }

    /// Reads the entry on the server that was written to.
    private func view(of write: UnsettledWrite, _ deadline: ContinuousClock.Instant) async -> View? {
        guard let server = try? ServerAddress(write.account.server),
            let name = try? DistinguishedName(write.account.distinguishedName)
        else { return nil }
        return try? await onConnection(to: server, deadline: deadline) { (connection) throws(LDAPError) in
            guard let dialect = try? dialect(of: connection) else { return nil }
            let entry = try await connection.entry(name, attributes: dialect.sightAttributes, deadline: deadline)
            guard let entry else { return nil }
            let sight = dialect.sight(of: entry)
            // Only an unlock needs to know, and the question is one more exchange.
            let isOpen =
                write.operation == .unlock && sight.lock == nil
                ? try await dialect.isOpen(name, on: connection, deadline: deadline) : false
            return View(
                name: entry.dn, server: server, anchor: dialect.anchor(of: entry), sight: sight, isOpen: isOpen,
                dialect: dialect)
        } ?? nil
    }

    /// The entry was written to since: by this request, if its password is the account's now.
    private func passwordTruth(
        _ write: UnsettledWrite, _ view: View, _ work: borrowing Work, _ deadline: ContinuousClock.Instant
    ) async -> Truth {
        guard let password = try? work.newPassword() else { return .open(write.openCause) }
        switch await signIn(view.name, password, at: view.server, view.dialect, deadline: deadline) {
        case .right:
            let mustChange = work.wantsChange || view.sight.mustChange ? view.sight.mustChange : nil
            return .done(Receipt(write, passwordChanged: true, mustChange: mustChange, .bind))
        case .wrong:
            // A locked account refuses the right password, too.
            guard view.sight.lock == nil, write.lastChange != nil else { return .open(write.openCause) }
            return write.hasOldPassword(in: view.sight) ? .notDone : .open(.overtaken)
        case .untold: return .open(write.openCause)
        }
    }
}
