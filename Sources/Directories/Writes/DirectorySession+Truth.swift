internal import AccountPolicy
internal import LDAPClient
internal import Ledger
internal import Requests

/// After a write that got no answer: what can be known of it, on the same server, in the time that is left.
extension DirectorySession {
    /// Reads the entry on a new connection. A write that shows is confirmed (a password by signing in with it, since
    /// the change may be somebody else's); one that does not show may still be on its way, and stays unknown.
    func searchForTruth(about intent: borrowing Intent, after error: LDAPError) async -> Settlement {
        let cause: Uncertainty = if case .connectionLost = error { .connectionLost } else { .noAnswer }
        let facts = intent.permitted.facts
        guard let name = try? DistinguishedName(facts.identity.distinguishedName),
            let sight = await sightOnNewConnection(name)
        else { return .unknown(cause) }
        if intent.permitted.operation == .unlock {
            guard facts.lock.isLocked, sight.lock == nil else { return .unknown(cause) }
            return .applied(Receipt(facts, passwordChanged: false, mustChange: nil, .lockState))
        }
        let mayShow = dialect.provesBySigningIn || facts.isOlder(than: sight)
        guard mayShow, await signsIn(with: intent, as: name) else { return .unknown(cause) }
        let mustChange = intent.permitted.wantsChange || sight.mustChange ? sight.mustChange : nil
        return .applied(Receipt(facts, passwordChanged: true, mustChange: mustChange, .bind))
    }

    func sightOnNewConnection(_ name: DistinguishedName) async -> Sight? {
        await onNewConnection { connection throws(LDAPError) in
            try await connection.entry(name, attributes: dialect.sightAttributes, deadline: exchangeDeadline)
                .map(dialect.sight(of:))
        } ?? nil
    }

    /// Asks the server that was written to on another connection; nil when it does not answer.
    func onNewConnection<Answer: Sendable>(
        _ ask: (LDAPConnection) async throws(LDAPError) -> Answer
    ) async -> Answer? {
        try? await directory.onConnection(to: lease.connection.address, deadline: exchangeDeadline, ask)
    }
}
