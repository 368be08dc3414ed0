extension ConnectionPool {
    /// Fills a place that is already taken in the books; gives it up again on failure.
    func openLease(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> Lease {
        do throws(LDAPError) {
            return Lease(connection: try await openFirstReachable(deadline), pool: self)
        } catch {
            freePlace()
            throw error
        }
    }

    private func openFirstReachable(_ deadline: ContinuousClock.Instant) async throws(LDAPError) -> LDAPConnection {
        try holdOff.check()
        var failures: [LDAPError] = []
        for server in servers {
            do throws(LDAPError) {
                return try await LDAPConnection.open(server, credentials: credentials, deadline: deadline)
            } catch {
                if case .result(let result) = error { holdOff.note(result) }
                guard error.isWorthAnotherServer, ContinuousClock.now < deadline else { throw error }
                failures.append(error)
            }
        }
        // The preferred server's reason is the one to look into first.
        throw failures.first ?? .unreachable("no server is configured")
    }
}

extension LDAPError {
    /// Whether another server of the same directory may do better. Refused credentials are refused there as well, and
    /// count there as well.
    fileprivate var isWorthAnotherServer: Bool {
        switch self {
        case .unreachable, .tls, .connectionLost, .deadlineExceeded: true
        case .result(let result): !BindHoldOff.isRefusal(result)
        case .cleartextRefused, .cancelled, .poolExhausted, .poolClosed, .invalid, .secureMemory, .local: false
        }
    }
}
