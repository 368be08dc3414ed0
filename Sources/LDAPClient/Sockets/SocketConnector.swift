internal import Glibc

/// Opens the socket to a server: without blocking while it connects, then handed over as a blocking one.
struct SocketConnector {
    let address: ServerAddress
    let limit: ContinuousClock.Instant
    let guarded: GuardedSocket

    /// Tries each of the server's addresses until one answers.
    ///
    /// - Returns: A connected, blocking socket that the caller owns; the cutter watches it.
    func connect() throws(LDAPError) -> Int32 {
        let candidates = try addresses()
        var refusal = LDAPError.unreachable("\(address) has no address")
        for (index, candidate) in candidates.enumerated() {
            // An address that swallows packets must leave time for the ones after it.
            let now = ContinuousClock.now
            let share = now.duration(to: limit) / (candidates.count - index)
            do throws(LDAPError) {
                return try connect(to: candidate, until: now + share)
            } catch {
                guard case .unreachable = error, guarded.isIntact else { throw error }
                refusal = error
            }
        }
        throw refusal
    }

    private func addresses() throws(LDAPError) -> [SocketAddress] {
        if address.scheme == .ldapi { return [SocketAddress(path: address.path)] }
        return try HostLookup.addresses(of: address.host, port: address.port, until: limit, guarded)
    }

    private func connect(to candidate: SocketAddress, until limit: ContinuousClock.Instant) throws(LDAPError) -> Int32 {
        let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let socket = Glibc.socket(candidate.family, Int32(type), 0)
        guard socket >= 0 else { throw .local("no socket: \(String(cString: strerror(errno)))") }
        do throws(LDAPError) {
            try guarded.attach(socket)
            try finish(candidate.connect(socket), socket, until: limit)
        } catch {
            close(socket)
            throw error
        }
        prepare(socket, candidate.family)
        return socket
    }

    private func finish(_ started: Int32, _ socket: Int32, until limit: ContinuousClock.Instant) throws(LDAPError) {
        guard started == EINPROGRESS || started == EINTR else { return try check(started) }
        guard guarded.wait(socket, for: POLLOUT, until: limit) else {
            throw .unreachable("\(address): no answer to the connection attempt in time")
        }
        var failure: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &failure, &size)
        try check(failure)
    }

    private func check(_ failure: Int32) throws(LDAPError) {
        // On a Unix socket EAGAIN means a full queue of connections: there is nothing to wait for (connect(2)).
        guard failure == 0 else { throw .unreachable("\(address): \(String(cString: strerror(failure)))") }
    }

    /// libldap wants to block; small requests must not wait for the acknowledgement of the one before (tcp(7)).
    private func prepare(_ socket: Int32, _ family: Int32) {
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) & ~O_NONBLOCK)
        guard family != AF_UNIX else { return }
        set(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        keepAlive(socket)
    }

    /// Keeps a firewall from forgetting an idle connection, and finds out within a minute when the peer is gone.
    ///
    /// TCP_USER_TIMEOUT stays unset: how long to wait for the answer to a request is for its deadline alone to say.
    private func keepAlive(_ socket: Int32) {
        set(socket, SOL_SOCKET, SO_KEEPALIVE, 1)
        set(socket, Int32(IPPROTO_TCP), TCP_KEEPIDLE, 30)
        set(socket, Int32(IPPROTO_TCP), TCP_KEEPINTVL, 10)
        set(socket, Int32(IPPROTO_TCP), TCP_KEEPCNT, 3)
    }

    private func set(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}
