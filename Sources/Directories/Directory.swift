public import LDAPClient
public import Requests

/// One configured directory: its connections, and what was learnt about it.
public final class Directory: Sendable {
    /// How it is reached.
    public let settings: DirectorySettings
    let pool: ConnectionPool
    let policies = PolicyCache()
    let absences = Absences()
    let recognitions = Recognitions()
    /// Who the agent is there, where it keeps passwords of its own making.
    let identity: BindIdentity?

    /// A directory whose connections come from `pool`, which leads to one of its servers.
    ///
    /// - Parameter identity: Who they act as, if the agent may give that identity new passwords.
    public init(settings: DirectorySettings, pool: ConnectionPool, identity: BindIdentity? = nil) {
        self.settings = settings
        self.pool = pool
        self.identity = identity
    }

    /// Takes a connection for one request: the account is found and written to on this one.
    ///
    /// - Throws: The refusal that says why no connection could be had; nothing was sent to the directory.
    public func session(deadline: ContinuousClock.Instant) async throws(Refusal) -> DirectorySession {
        let lease = try await lease(deadline: deadline)
        let dialect = try dialect(of: lease.connection)
        return DirectorySession(directory: self, dialect: dialect, lease: lease, deadline: deadline)
    }

    /// Asks the directory for the entry that all accounts lie below, to know that it is there, takes the agent's sign-in
    /// and lets it read.
    public func probe(deadline: ContinuousClock.Instant) async throws(Refusal) {
        let lease = try await lease(deadline: deadline)
        _ = try dialect(of: lease.connection)
        do throws(LDAPError) {
            let base = try await lease.connection.entry(settings.base, attributes: ["1.1"], deadline: deadline)
            guard base != nil else { throw LDAPError.result(LDAPResult(code: .noSuchObject)) }
        } catch .result(let result) {
            throw Refusal(result, during: .search)
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    private func lease(deadline: ContinuousClock.Instant) async throws(Refusal) -> Lease {
        do {
            return try await pool.lease(deadline: deadline)
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    deinit {
        // The last request that used this directory has ended.
        pool.close()
    }
}
