internal import Synchronization

extension ConnectionPool {
    /// Asks DNS for the servers.
    ///
    /// - Returns: Whether there is one that was not in the list before.
    /// - Throws: Why there is no list, as ``ServiceRecordLookup/answer(deadline:)`` does; the last one stays.
    @discardableResult
    func refreshList(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> Bool {
        guard case .serviceRecords(let lookup, let settings) = source else { return false }
        do throws(LDAPError) {
            let answer = try await lookup.answer(deadline: deadline)
            return servers.withLock { table in
                table.take(answer, at: now()) { lookup.addresses($0).map(settings) }
            }
        } catch {
            servers.withLock { table in
                table.askedAt = now()
                // A caller without time or patience says nothing about DNS.
                if case .unreachable = error { table.fault = error.description }
            }
            throw error
        }
    }

    /// Asks DNS again because no server would do, unless it was asked a moment ago.
    func refreshList(afterFailureUntil deadline: ContinuousClock.Instant) async throws(LDAPError) -> Bool {
        guard isListOlder(than: FailoverTiming.listPause), ContinuousClock.now < deadline else { return false }
        do throws(LDAPError) {
            return try await refreshList(deadline)
        } catch {
            // Why the servers fail is the news; that DNS fails too is in `listFault`.
            guard error.isCancellation else { return false }
            throw error
        }
    }

    func refreshListIfDue(_ deadline: ContinuousClock.Instant) async {
        guard isListOlder(than: FailoverTiming.listInterval) else { return }
        _ = try? await refreshList(deadline)
    }

    private func isListOlder(than age: Duration) -> Bool {
        servers.withLock { table in table.askedAt.map { $0 + age <= now() } ?? true }
    }
}
