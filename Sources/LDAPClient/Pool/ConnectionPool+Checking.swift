internal import Synchronization

extension ConnectionPool {
    /// Asks DNS for the servers when that is due, and connects to those that need a look: to servers that are down, to one
    /// that may hang, and to stand-bys that nobody has connected to for a while. Call it every few seconds.
    ///
    /// Only this brings a server back while another one is in use. A check is a connection, a bind and the root DSE; one is
    /// made after the other, none as long as a refusal of the credentials is remembered, and the rest of them when this is
    /// called next if time is up. Of two calls at the same time one does nothing.
    ///
    /// - Parameter deadline: Later than the connect timeout, or a server that hangs is not found out.
    public func checkServers(deadline: ContinuousClock.Instant) async {
        guard isChecking.exchange(true, ordering: .acquiringAndReleasing) == false else { return }
        defer { isChecking.store(false, ordering: .releasing) }
        await refreshListIfDue(deadline)
        for server in servers.withLock({ $0.dueForCheck(at: now()) }) where ContinuousClock.now < deadline {
            guard await check(server, deadline) else { break }
        }
        dropUnwanted()
    }

    /// Checks one server.
    ///
    /// - Returns: Whether to go on with others: not when they would refuse the credentials as well.
    private func check(_ server: ConnectionSettings, _ deadline: ContinuousClock.Instant) async -> Bool {
        do throws(LDAPError) {
            try holdOff.check()
            let connection = try await openAndNote(server, deadline)
            await connection.close()
            servers.withLock { $0.note(server.address) { $0.passed(at: now()) } }
            return true
        } catch {
            if error.isRefusal { state.withLock { $0.refused() } }
            return error.isWorthAnotherServer
        }
    }
}
