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
            let entry = await entryOnNewConnection(name)
        else { return .unknown(cause) }
        if intent.permitted.operation == .unlock {
            guard facts.lock.isLocked, entry.text(OpenLDAPAttribute.lockedTime) == nil else { return .unknown(cause) }
            return .applied(receipt(of: facts, passwordChanged: false, mustChange: nil, .lockState))
        }
        guard facts.isOlder(thanOpenLDAP: entry), await signsIn(with: intent, as: name) else { return .unknown(cause) }
        let mustChange = intent.permitted.wantsChange ? entry.text(OpenLDAPAttribute.reset) == "TRUE" : nil
        return .applied(receipt(of: facts, passwordChanged: true, mustChange: mustChange, .bind))
    }

    func entryOnNewConnection(_ name: DistinguishedName) async -> Entry? {
        await onNewConnection { connection throws(LDAPError) in
            try await connection.entry(name, attributes: OpenLDAPAttribute.proof, deadline: exchangeDeadline)
        } ?? nil
    }

    /// Asks the server that was written to on another connection; nil when it does not answer.
    func onNewConnection<Answer: Sendable>(
        _ ask: (LDAPConnection) async throws(LDAPError) -> Answer
    ) async -> Answer? {
        do throws(LDAPError) {
            let connection = try await directory.connect(
                to: lease.connection.address, deadline: exchangeDeadline)
            let answer = await answer(of: ask, on: connection)
            await connection.close()
            return answer
        } catch {
            return nil
        }
    }

    private func answer<Answer: Sendable>(
        of ask: (LDAPConnection) async throws(LDAPError) -> Answer, on connection: LDAPConnection
    ) async -> Answer? {
        do throws(LDAPError) {
            return try await ask(connection)
        } catch {
            return nil
        }
    }
}
