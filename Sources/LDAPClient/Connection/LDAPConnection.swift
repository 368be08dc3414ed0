internal import Synchronization

/// One connection to a directory server.
///
/// Operations run one after the other on a thread that belongs to this connection alone, because libldap blocks; the
/// caller's thread never does. Each operation has a deadline, at which its socket is shut down from outside, and is
/// ended the same way when its task is cancelled. After that, or after the connection broke, ``isUsable`` is false and
/// every further operation fails with ``LDAPError/connectionLost(sent:)``, `sent: false`.
///
/// The thread ends, and the connection is unbound, with the last reference.
public actor LDAPConnection {
    /// The server this is connected to.
    public nonisolated var address: ServerAddress { settings.address }

    nonisolated let settings: ConnectionSettings
    let learnt = Mutex<RootDSE?>(nil)
    private let thread: ConnectionThread
    let guarded: GuardedSocket
    var handle: LDAPHandle?
    /// Whether a bind has sealed what is sent; that cannot be undone or done again.
    var isSealed = false

    /// The connection's own thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ settings: ConnectionSettings) throws(LDAPError) {
        self.settings = settings
        guarded = GuardedSocket(cutter: try Cutter.shared(), cut: Cut())
        thread = try ConnectionThread()
    }

    /// Whether operations can still be sent: nothing was cut, lost or closed so far.
    public nonisolated var isUsable: Bool { guarded.isIntact }

    /// Whether the connection is usable and the server has neither closed it nor announced that it will.
    ///
    /// Costs one system call; meant for a connection that was idle. Never true while an operation runs.
    public nonisolated var isIdleAndAlive: Bool { guarded.isQuiet }

    /// What the server said about itself when a pool opened this connection, after the bind; nil on a connection that was
    /// opened otherwise, or when the server refused to say.
    public nonisolated var rootDSE: RootDSE? { learnt.withLock { $0 } }

    /// Unbinds and closes the socket. Closing twice is allowed.
    public func close() {
        guarded.stopBlocking()
        handle = nil
        guarded.sever(.closed)
    }

    deinit {
        guarded.stopBlocking()
        thread.stop()
    }
}
