internal import Glibc

/// Resolves host names without hanging longer than the operation may: getaddrinfo(3) has no deadline.
struct HostLookup: Sendable {
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
        if IPAddress(host) != nil { return try lookup.resolve(flags: AI_NUMERICHOST).get() }
        guard let answer = try Errand.run(until: limit, guarded, { lookup.resolve(flags: AI_ADDRCONFIG) }) else {
            throw .unreachable("the name \(host) could not be resolved in time")
        }
        return try answer.get()
    }

    private func resolve(flags: Int32) -> Result<[SocketAddress], LDAPError> {
        var hints = addrinfo()
        hints.ai_flags = flags | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(host, port, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard failure == 0 else {
            return .failure(.unreachable("the name \(host) has no address: \(String(cString: gai_strerror(failure)))"))
        }
        return .success(
            sequence(first: list, next: { $0?.pointee.ai_next }).compactMap { $0.map { SocketAddress($0.pointee) } })
    }
}
