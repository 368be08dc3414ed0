internal import LDAPClient
public import Requests

/// One request's hold on one connection: what is found on it is written on it.
public struct DirectorySession: ~Copyable, Sendable {
    let directory: Directory
    let dialect: any Dialect
    let lease: Lease
    let deadline: ContinuousClock.Instant

    init(
        directory: Directory, dialect: any Dialect, lease: consuming Lease, deadline: ContinuousClock.Instant
    ) {
        self.directory = directory
        self.dialect = dialect
        self.lease = lease
        self.deadline = deadline
    }

    /// The moment by which the next exchange must have ended: its own time, within the request's.
    var exchangeDeadline: ContinuousClock.Instant {
        min(deadline, .now + directory.settings.operationTimeout)
    }

    /// The connection's own thread, where what is asked of it runs without changing threads.
    public var isolation: any Actor { lease.connection }

    /// Refuses to begin a write when there is not time enough left for it and for a look at what came of it.
    ///
    /// - Parameter allowance: The whole time that the request had.
    /// - Throws: ``Requests/Refusal/directoryTimeout``; nothing was sent.
    public func checkTime(of allowance: Duration) throws(Refusal) {
        let needed = min(directory.settings.operationTimeout, allowance / 2)
        guard ContinuousClock.now.duration(to: deadline) >= needed else { throw .directoryTimeout }
    }
}
