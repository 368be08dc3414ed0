internal import LDAPClient
internal import Synchronization

/// What the servers of one directory were recognised as.
final class Recognitions: Sendable {
    private struct State {
        var kind: DirectoryKind?
        var servers: [ServerAddress: Recognition] = [:]
        var limits: [DirectoryLimit] = []
    }

    private let state = Mutex(State())

    /// Notes what a server is, and answers what the directory is: what is configured, or else what its first server was.
    func note(_ found: Recognition, at address: ServerAddress, configured: DirectoryKind?) -> DirectoryKind {
        state.withLock { state in
            state.servers[address] = found
            let kind = configured ?? state.kind ?? found.kind
            state.kind = kind
            return kind
        }
    }

    /// Notes what the directory cannot do, by the ways of the server last spoken to.
    func note(_ limits: [DirectoryLimit]) {
        state.withLock { $0.limits = limits }
    }

    /// What the directory cannot do, as far as it is known.
    var limits: [DirectoryLimit] { state.withLock { $0.limits } }

    /// What the directory is, as far as it is known.
    var kind: DirectoryKind? { state.withLock { $0.kind } }

    /// What each server was when it was last spoken to.
    var servers: [ServerAddress: Recognition] { state.withLock { $0.servers } }
}
