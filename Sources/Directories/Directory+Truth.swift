public import Ledger
internal import LDAPClient
public import Requests

/// Writes whose end was not recorded: what became of them is looked up on the server that they were sent to.
extension Directory {
    /// Between two looks that must agree before a write counts as not done: a server that was frozen may still carry
    /// out what lies in a connection that is closed.
    private static var settlingTime: Duration { .seconds(1) }

    /// Looks what became of a write.
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
        guard case .notDone = first else { return first }
        try? await Task.sleep(for: Self.settlingTime)
        return await look(for: write, work, deadline)
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
