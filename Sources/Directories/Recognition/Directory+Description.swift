internal import LDAPClient
public import Requests

/// What was learnt of a directory, for people.
extension Directory {
    /// What it is and cannot do; nil until one of its servers was spoken to.
    public var description: DirectoryDescription? {
        guard let kind = settings.kind ?? recognitions.kind else { return nil }
        let servers = recognitions.servers
        let product = pool.serverStates.lazy.compactMap { servers[$0.address]?.product }.first
        return DirectoryDescription(kind, product: product, limits: recognitions.limits)
    }

    /// Its servers, the preferred one first; none before the first look-up when they come from DNS.
    public var servers: [DirectoryServer] {
        let recognised = recognitions.servers
        return pool.serverStates.map { DirectoryServer($0, recognised[$0.address]) }
    }

    /// What is wrong with the list of servers itself, or nil.
    public var serverListFault: String? { pool.listFault }

    /// Connects to the servers that need a look; call it every few seconds.
    public func checkServers(deadline: ContinuousClock.Instant) async {
        await pool.checkServers(deadline: deadline)
    }
}

extension DirectorySession {
    /// What the server at the other end is, and cannot do.
    public var description: DirectoryDescription {
        let found = directory.recognitions.servers[lease.connection.address]
        let kind = directory.settings.kind ?? directory.recognitions.kind ?? found?.kind ?? .plain
        return DirectoryDescription(kind, product: found?.product, limits: dialect.limits)
    }
}

extension DirectoryDescription {
    fileprivate init(_ kind: DirectoryKind, product: String?, limits: [DirectoryLimit]) {
        self.init(
            kind: kind.rawValue, product: product,
            limits: limits.map { Limit(code: $0.rawValue, detail: $0.description) })
    }
}
