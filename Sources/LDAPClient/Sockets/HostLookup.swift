internal import Glibc

/// Resolves host names without hanging longer than the operation may.
///
/// getaddrinfo(3) has no deadline and cannot be interrupted, so it runs on a thread of its own that is left behind when
/// time is up, and ends when the resolver gives up. The waiting side sleeps on one end of a socket pair: it becomes
/// readable when the answer is there, and shutting it down is how the wait is cut.
final class HostLookup: @unchecked Sendable {
    // Unchecked: written once by the look-up's thread before it closes its end, read only after that.
    private var answer: Result<[SocketAddress], LDAPError> = .success([])

    private let host: String
    private let port: String

    private init(host: String, port: UInt16) {
        self.host = host
        self.port = "\(port)"
    }

    /// The addresses of `host`, in the order to try them.
    ///
    /// - Throws: ``LDAPError/unreachable(_:)`` when there are none or the wait was cut.
    static func addresses(
        of host: String, port: UInt16, until limit: ContinuousClock.Instant, _ guarded: GuardedSocket
    ) throws(LDAPError) -> [SocketAddress] {
        let lookup = HostLookup(host: host, port: port)
        // A literal needs no name server, and no thread.
        if IPAddress(host) != nil {
            lookup.resolve(flags: AI_NUMERICHOST)
        } else {
            try lookup.resolveAside(until: limit, guarded)
        }
        return try lookup.answer.get()
    }

    private func resolveAside(until limit: ContinuousClock.Instant, _ guarded: GuardedSocket) throws(LDAPError) {
        let (here, there) = try Self.makePair()
        defer { close(here) }
        do {
            try guarded.attach(here)
            try DetachedThread.start { [self] in
                resolve(flags: AI_ADDRCONFIG)
                close(there)
            }
        } catch {
            close(there)
            throw error
        }
        guard guarded.wait(here, for: POLLIN, until: limit) else {
            throw .unreachable("the name \(host) could not be resolved in time")
        }
    }

    private func resolve(flags: Int32) {
        var hints = addrinfo()
        hints.ai_flags = flags | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(host, port, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard failure == 0 else {
            answer = .failure(
                .unreachable("the name \(host) has no address: \(String(cString: gai_strerror(failure)))"))
            return
        }
        answer = .success(
            sequence(first: list, next: { $0?.pointee.ai_next }).compactMap { $0.map { SocketAddress($0.pointee) } })
    }

    private static func makePair() throws(LDAPError) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .local("no socket: \(String(cString: strerror(errno)))")
        }
        return (ends[0], ends[1])
    }
}
