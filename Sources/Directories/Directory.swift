public import LDAPClient
public import Requests

/// One configured directory: its connections, and what was learnt about it.
public final class Directory: Sendable {
    /// How it is reached.
    public let settings: DirectorySettings
    let credentials: Credentials
    private let servers: [ConnectionSettings]
    private let pool: ConnectionPool
    let policies = PolicyCache()
    let absences = Absences()

    /// A directory whose connections come from `pool`, which leads to one of `servers`.
    public init(
        settings: DirectorySettings, servers: [ConnectionSettings], credentials: Credentials, pool: ConnectionPool
    ) {
        self.settings = settings
        self.servers = servers
        self.credentials = credentials
        self.pool = pool
    }

    /// Takes a connection for one request: the account is found and written to on this one.
    ///
    /// - Throws: The refusal that says why no connection could be had; nothing was sent to the directory.
    public func session(deadline: ContinuousClock.Instant) async throws(Refusal) -> DirectorySession {
        do {
            let lease = try await pool.lease(deadline: deadline)
            return DirectorySession(directory: self, lease: lease, deadline: deadline)
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    /// Asks the directory for the entry that all accounts lie below, to know that it is there, takes the agent's sign-in
    /// and lets it read.
    public func probe(deadline: ContinuousClock.Instant) async throws(Refusal) {
        do throws(LDAPError) {
            let lease = try await pool.lease(deadline: deadline)
            let base = try await lease.connection.entry(settings.base, attributes: ["1.1"], deadline: deadline)
            guard base != nil else { throw LDAPError.result(LDAPResult(code: .noSuchObject)) }
        } catch .result(let result) {
            throw Refusal(result, during: .search)
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    /// Opens a connection of the agent's beside the pool, to one certain server of the directory.
    func connect(
        to address: ServerAddress, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        try await pool.connect(to: address, deadline: deadline)
    }

    /// Opens a connection to one certain server of the directory as somebody else.
    func connect(
        to address: ServerAddress, as credentials: Credentials, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        guard let server = servers.first(where: { $0.address == address }) else {
            throw .invalid("\(address) is no server of this directory")
        }
        return try await LDAPConnection.open(server, credentials: credentials, deadline: deadline)
    }

    deinit {
        // The last request that used this directory has ended.
        pool.close()
    }
}
