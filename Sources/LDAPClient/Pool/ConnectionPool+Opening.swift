internal import Synchronization

extension ConnectionPool {
    /// Fills a place that is already taken in the books; gives it up again on failure.
    func openLease(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        do throws(LDAPError) {
            let connection = try await openFirstReachable(deadline)
            state.withLock { $0.opened() }
            return Lease(connection: connection, pool: self)
        } catch {
            // The next caller has a deadline and a task of its own.
            let isConclusive = !error.isCancellation && ContinuousClock.now < deadline
            state.withLock { $0.failed(error, isConclusive: isConclusive) }
            throw error
        }
    }

    /// Opens a connection to one certain server of the pool's, which the caller closes; it is none of the pool's.
    ///
    /// - Throws: ``LDAPError``; while a server's refusal of the credentials is remembered, that one at once.
    public func connect(
        to address: ServerAddress, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        guard let server = servers.first(where: { $0.address == address }) else {
            throw .invalid("\(address) is no server of this directory")
        }
        try holdOff.check()
        do throws(LDAPError) {
            return try await LDAPConnection.open(server, credentials: credentials, deadline: deadline)
        } catch {
            if case .result(let result) = error { holdOff.note(result) }
            throw error
        }
    }

    private func openFirstReachable(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> LDAPConnection {
        try holdOff.check()
        var failures: [LDAPError] = []
        for server in servers where failures.isEmpty || ContinuousClock.now < deadline {
            do throws(LDAPError) {
                return try await LDAPConnection.open(server, credentials: credentials, deadline: deadline)
            } catch {
                if case .result(let result) = error { holdOff.note(result) }
                guard error.isWorthAnotherServer else { throw error }
                failures.append(error)
            }
        }
        // The preferred server's reason is the one to look into first, even if time ran out at a later one.
        throw failures.first ?? .unreachable("no server is configured")
    }
}

extension LDAPError {
    /// Whether a server refused the credentials or the account.
    var isRefusal: Bool {
        guard case .result(let result) = self else { return false }
        return BindHoldOff.isRefusal(result)
    }

    /// Whether another server of the same directory may do better. Refused credentials are refused there as well, and
    /// count there as well.
    fileprivate var isWorthAnotherServer: Bool {
        switch self {
        case .unreachable, .tls, .connectionLost, .deadlineExceeded: true
        case .result: !isRefusal
        case .cleartextRefused, .cancelled, .poolExhausted, .poolClosed, .invalid, .secureMemory, .local: false
        }
    }

    fileprivate var isCancellation: Bool {
        guard case .cancelled = self else { return false }
        return true
    }
}
