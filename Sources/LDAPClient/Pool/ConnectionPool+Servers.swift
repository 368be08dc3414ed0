internal import Synchronization

extension ConnectionPool {
    /// What is known about each server, the preferred one first; empty before the first look-up when they come from DNS.
    public var serverStates: [ServerState] {
        servers.withLock { $0.states(at: now()) }
    }

    /// What is wrong with the list of servers itself: DNS failed (the last good list is used on), or named hosts outside of
    /// the domain (which are left out). nil when nothing is; one line, safe to log.
    public var listFault: String? {
        servers.withLock { $0.fault }
    }

    /// Leaves a server alone although it works: for the one who found out that it takes no changes, or is not what is
    /// configured.
    ///
    /// No connection is made to it for ``FailoverTiming/shortestAvoidance``, or up to ``FailoverTiming/longestAvoidance``
    /// when it was found so before; idle ones are dropped now and leased ones when they come back. It then returns like a
    /// server that was down. When no other server is left, callers get ``LDAPError/avoided(_:_:)``, and it is tried again
    /// after the shortest of these times.
    public func avoid(_ address: ServerAddress, because reason: Avoidance) {
        servers.withLock { $0.note(address) { $0.avoid(reason, at: now()) } }
        dropUnwanted()
    }

    func isWorthKeeping(_ connection: LDAPConnection) -> Bool {
        servers.withLock { $0.isWorthKeeping(connection.address, at: now()) }
    }

    /// Drops the idle connections to servers that are not the ones to use any more.
    func dropUnwanted() {
        drop { !isWorthKeeping($0.connection) }
    }

    /// Notes what a failure to connect says about the server.
    func note(_ error: LDAPError, of address: ServerAddress) {
        guard error.isWorthAnotherServer else { return }
        servers.withLock { table in
            table.note(address) { health in
                if case .deadlineExceeded = error {
                    // The caller may have had too little time left for any server.
                    health.suspected()
                } else {
                    health.failed(error.description, at: now())
                }
            }
        }
        dropUnwanted()
    }

    /// Notes what became of a connection that comes back unusable, and drops the idle ones to the same server: they may be
    /// as dead, or lead to a server that hangs, and each of them would cost a request to find out.
    func noteLoss(of connection: LDAPConnection, lentAt: ContinuousClock.Instant) {
        switch connection.guarded.cutReason {
        case .broken: noteFailure(of: connection, "the connection was lost")
        case .deadline: noteSilence(of: connection, for: lentAt.duration(to: now()))
        case .cancelled, .closed, nil: return
        }
        drop { $0.connection.address == connection.address }
    }

    private func noteFailure(of connection: LDAPConnection, _ reason: String) {
        servers.withLock { $0.note(connection.address) { $0.failed(reason, at: now()) } }
    }

    /// A server that says nothing for as long as connecting may take hangs. After a shorter time it need not: the caller
    /// may have had little of it left.
    private func noteSilence(of connection: LDAPConnection, for time: Duration) {
        servers.withLock { table in
            let limit = table.settings(of: connection.address)?.connectTimeout ?? .zero
            table.note(connection.address) { health in
                if time >= limit {
                    health.failed("no answer within \(limit)", at: now())
                } else {
                    health.suspected()
                }
            }
        }
    }
}
