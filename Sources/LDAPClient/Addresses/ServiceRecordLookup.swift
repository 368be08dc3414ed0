internal import Threads

/// Finds the directory servers of a DNS domain by its records `_ldap._tcp.DOMAIN` (RFC 2782).
///
/// DNS answers are not authenticated, so they are not trusted further than this: only hosts at or below the domain itself
/// are taken, and each must prove by its certificate that it has the name. Where the certificates of other hosts of the
/// domain come from the same authority, trust one for the directory's servers alone.
public struct ServiceRecordLookup: Sendable {
    /// The most servers that are taken from an answer.
    public static let mostServers = 8

    /// The domain, without a dot at the end.
    public let domain: String
    /// Whether servers are spoken to by StartTLS rather than TLS from the first byte.
    public let startTLS: Bool
    /// Whom to ask; nil for whom the system asks (resolv.conf(5)).
    public let nameServer: NameServer?

    /// Makes a look-up; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - domain: The domain, such as `example.org`.
    ///   - startTLS: With it, hosts become `ldap://` addresses with the record's port. Without, they become `ldaps://`
    ///     addresses: on port 636 where the record names 389, the port that is meant for clear text, else on the record's.
    ///   - nameServer: Whom to ask; nil for whom the system asks.
    /// - Throws: ``LDAPError/invalid(_:)`` when `domain` is no domain name.
    public init(domain: String, startTLS: Bool, nameServer: NameServer? = nil) throws(LDAPError) {
        let name = domain.hasSuffix(".") ? String(domain.dropLast()) : domain
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard ServerAddress.isHostName(name[...]), name.utf8.count <= 240, IPAddress(name) == nil,
            labels.allSatisfy({ (1...63).contains($0.utf8.count) })
        else { throw .invalid("'\(ServerAddress.shown(domain))' is not the name of a domain") }
        self.domain = name
        self.startTLS = startTLS
        self.nameServer = nameServer
    }

    /// The name of the records.
    public var recordName: String { "_ldap._tcp.\(domain)" }

    /// Asks DNS, on a thread that is left behind when time is up: the resolver cannot be interrupted.
    ///
    /// - Throws: ``LDAPError/unreachable(_:)`` when there is no answer within ``FailoverTiming/lookupTimeout``, or no server
    ///   in it that may be used; ``LDAPError/deadlineExceeded(sent:)``, ``LDAPError/cancelled(sent:)``.
    public func answer(deadline: ContinuousClock.Instant) async throws(LDAPError) -> ServiceRecordAnswer {
        let limit = ContinuousClock.now + FailoverTiming.lookupTimeout
        let promise = Promise<[ServiceRecord]>()
        try DetachedThread.begin { [self] in
            promise.resolve(Result { () throws(LDAPError) in try query() })
        }
        do throws(LDAPError) {
            return try usable(try await promise.outcome(by: min(limit, deadline), try Cutter.shared()).get())
        } catch .deadlineExceeded where limit < deadline {
            throw .unreachable("DNS did not answer for \(recordName) within \(FailoverTiming.lookupTimeout)")
        }
    }

    /// Whether `address` is one that an answer could have named.
    func admits(_ address: ServerAddress) -> Bool {
        address.scheme == (startTLS ? .ldap : .ldaps) && isInDomain(address.host)
    }
}

extension ServiceRecordLookup {
    private func query() throws(LDAPError) -> [ServiceRecord] {
        let message = try ServiceRecordQuery(name: recordName, nameServer: nameServer).answer()
        guard let records = ServiceRecordMessage.records(in: message) else {
            throw .unreachable("DNS answered for \(recordName) with a malformed message")
        }
        return records
    }

    /// What of an answer may be used.
    func usable(_ records: [ServiceRecord]) throws(LDAPError) -> ServiceRecordAnswer {
        let known = records.filter { !$0.target.isEmpty && $0.port > 0 }
        guard !known.isEmpty else { throw .unreachable("DNS says for \(recordName): no such service here") }
        let own = known.filter { isInDomain($0.target) }
        let foreign = Set(known.filter { !isInDomain($0.target) }.map(\.target)).sorted()
        guard !own.isEmpty else {
            throw .unreachable("DNS names for \(recordName) only \(foreign[0]), which is not in the domain")
        }
        return ServiceRecordAnswer(records: Set(own), refusedTargets: foreign)
    }

    /// Hosts at or below the domain, by whole labels.
    private func isInDomain(_ host: String) -> Bool {
        let (host, domain) = (host.lowercased(), domain.lowercased())
        return ServerAddress.isHostName(host[...]) && (host == domain || host.hasSuffix(".\(domain)"))
    }

    /// Where the host of a record is spoken to.
    func address(of record: ServiceRecord) -> ServerAddress {
        let host = record.target.lowercased()
        if startTLS { return ServerAddress(scheme: .ldap, host: host, port: record.port) }
        return ServerAddress(scheme: .ldaps, host: host, port: record.port == 389 ? 636 : record.port)
    }

    /// The addresses in the order to try them, each once.
    func addresses(_ records: Set<ServiceRecord>) -> [ServerAddress] {
        var generator = SystemRandomNumberGenerator()
        var seen: Set<ServerAddress> = []
        let all = ServiceRecord.ordered(Array(records), using: &generator).map(address)
        return Array(all.filter { seen.insert($0).inserted }.prefix(Self.mostServers))
    }
}
