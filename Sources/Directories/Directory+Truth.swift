public import Ledger
internal import LDAPClient
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
        return switch settings.kind {
        case .openLDAP: await openLDAPTruth(about: write, work, deadline)
        }
    }
}

extension UnsettledWrite {
    /// Why its end is not known.
    var openCause: Uncertainty { cause ?? .agentStopped }
}
