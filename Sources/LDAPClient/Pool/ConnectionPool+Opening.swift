internal import Synchronization

extension ConnectionPool {
    /// Fills a place that is already taken in the books; gives it up again on failure.
    func openLease(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        do throws(LDAPError) {
            let connection = try await openBest(deadline)
            state.withLock { $0.opened() }
            return lend(connection)
        } catch {
            // The next caller has a deadline and a task of its own.
            let isConclusive = !error.isCancellation && ContinuousClock.now < deadline
            state.withLock { $0.failed(error, isConclusive: isConclusive) }
            throw error
        }
    }

    /// Opens a connection to one certain server of the pool's, which the caller closes; it is none of the pool's.
    ///
    /// That a server is down or avoided does not matter here: it may be the one to know what became of a request.
    ///
    /// - Throws: ``LDAPError``; while a server's refusal of the credentials is remembered, that one at once.
    public func connect(
        to address: ServerAddress, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        try holdOff.check()
        return try await openAndNote(try settings(of: address), deadline)
    }

    /// Opens a connection to one certain server of the pool's as somebody else, which the caller closes.
    ///
    /// - Throws: ``LDAPError``; the pool does not remember any of it.
    public func connect(
        to address: ServerAddress, as credentials: Credentials, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        try await LDAPConnection.open(try settings(of: address), credentials: credentials, deadline: deadline)
    }

    private func settings(of address: ServerAddress) throws(LDAPError) -> ConnectionSettings {
        let known = servers.withLock { $0.settings(of: address) } ?? source.settings(of: address)
        guard let known else { throw .invalid("\(address) is no server of this directory") }
        return known
    }

    private func openBest(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> LDAPConnection {
        try holdOff.check()
        if servers.withLock({ $0.isEmpty }) { try await refreshList(deadline) }
        do throws(LDAPError) {
            return try await openFirst(deadline)
        } catch {
            // DNS may know others by now.
            guard error.isWorthAnotherServer, try await refreshList(afterFailureUntil: deadline) else { throw error }
            return try await openFirst(deadline)
        }
    }

    private func openFirst(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> LDAPConnection {
        let candidates = try servers.withLock { table throws(LDAPError) in try table.candidates(at: now()) }
        var failures: [(server: ServerAddress, error: LDAPError)] = []
        for server in candidates where failures.isEmpty || ContinuousClock.now < deadline {
            do throws(LDAPError) {
                let connection = try await openAndNote(server, deadline)
                servers.withLock { $0.note(server.address) { $0.opened(at: now()) } }
                return connection
            } catch {
                guard error.isWorthAnotherServer else { throw error }
                failures.append((server.address, error))
            }
        }
        throw preferredReason(failures)
    }

    /// The preferred server's reason is the one to look into first, even if time ran out at a later one.
    private func preferredReason(_ failures: [(server: ServerAddress, error: LDAPError)]) -> LDAPError {
        servers.withLock { table in
            failures.min { table.position(of: $0.server) < table.position(of: $1.server) }?.error
        } ?? .unreachable("no server is known")
    }

    /// Opens a connection, and notes what its failure says about the server and the credentials.
    func openAndNote(
        _ server: ConnectionSettings, _ deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        do throws(LDAPError) {
            return try await open(server, deadline)
        } catch {
            holdOff.note(error)
            note(error, of: server.address)
            throw error
        }
    }

    /// Opens a connection and finds out what the server says about itself.
    private func open(
        _ server: ConnectionSettings, _ deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        let timeout = ContinuousClock.now + server.connectTimeout
        let connection = try await identity.open(server, deadline: deadline)
        do throws(LDAPError) {
            try await connection.learnRootDSE(deadline: min(deadline, timeout))
            return connection
        } catch {
            await connection.close()
            guard case .deadlineExceeded = error, timeout < deadline else { throw error.withNothingSent }
            throw .unreachable("\(server.address): no answer within \(server.connectTimeout)")
        }
    }
}
