import LDAPClient
import TestSupport
import Testing

@Suite("Servers that DNS names", .serialized)
struct ServiceRecordPoolTests {
    private static let name = "_ldap._tcp.localhost"
    private let clock = SetClock()
    private let (first, second): (Slapd, Slapd)
    private var deadline: ContinuousClock.Instant { .now + .seconds(30) }

    init() async throws {
        (first, second) = (try await Slapd(), try await Slapd())
    }

    @Test("the servers of a domain are used by priority, over TLS")
    func priorities() async throws {
        let dns = try await DNSServer([record(second, priority: 10), record(first, priority: 20)])
        let pool = try pool(dns)
        #expect(pool.serverStates.isEmpty)
        let lease = try await pool.lease(deadline: deadline)
        #expect(try lease.connection.address == second.tls().address)
        #expect(try pool.serverStates.map(\.address) == [second.tls().address, first.tls().address])
        #expect(pool.listFault == nil)
    }

    @Test("a name that is not there, a service that is not offered and a silent server are told apart")
    func failures() async throws {
        let dns = try await DNSServer(["_ldap._tcp.none.test", "_ldap._tcp.foreign.test,ldap.other.test,636,0,0"])
        #expect(
            await reason("missing.test", dns) == "DNS has no servers for _ldap._tcp.missing.test: there is no such name"
        )
        #expect(await reason("none.test", dns) == "DNS says for _ldap._tcp.none.test: no such service here")
        let foreign = "DNS names for _ldap._tcp.foreign.test only ldap.other.test, which is not in the domain"
        #expect(await reason("foreign.test", dns) == foreign)
        dns.freeze()
        #expect(await reason("none.test", dns) == "DNS did not answer for _ldap._tcp.none.test within 5.0 seconds")
        let pool = try pool(dns)
        let late = await #expect(throws: LDAPError.self) {
            _ = try await pool.lease(deadline: .now + .milliseconds(200))
        }
        #expect(late == .deadlineExceeded(sent: false))
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
    }

    @Test("a list that changed is taken over after five minutes, and connections to servers that left it are let go")
    func changedList() async throws {
        let dns = try await DNSServer([record(first)])
        let pool = try pool(dns)
        let old = try await pool.lease(deadline: deadline)
        dns.end()
        let changed = try await DNSServer([record(second)], port: dns.port)
        clock.advance(by: .seconds(299))
        await pool.checkServers(deadline: deadline)
        #expect(try pool.serverStates.map(\.address) == [first.tls().address])
        clock.advance(by: .seconds(1))
        await pool.checkServers(deadline: deadline)
        #expect(try pool.serverStates.map(\.address) == [second.tls().address])
        #expect(old.connection.isUsable)
        // Whoever wants to know what became of a request still reaches the server it went to.
        #expect(try await pool.connect(to: old.connection.address, deadline: deadline).isUsable)
        _ = consume old
        #expect(pool.occupancy.idle == 0)
        #expect(try await pool.lease(deadline: deadline).connection.address == second.tls().address)
        withExtendedLifetime(changed) {}
    }

    @Test("when all servers fail, DNS is asked at once, and the caller gets a server that is new")
    func allFail() async throws {
        let dns = try await DNSServer([record(first)])
        let pool = try pool(dns)
        _ = try await pool.lease(deadline: deadline).connection
        dns.end()
        let changed = try await DNSServer([record(second)], port: dns.port)
        try await first.kill()
        let early = await #expect(throws: LDAPError.self) { _ = try await pool.lease(deadline: deadline) }
        guard case .unreachable = early else { throw TestFailure("\(String(describing: early))") }
        clock.advance(by: .seconds(10))
        #expect(try await pool.lease(deadline: deadline).connection.address == second.tls().address)
        withExtendedLifetime(changed) {}
    }

    @Test("when DNS fails, the last good list stays, and the fault is told")
    func keptList() async throws {
        let dns = try await DNSServer([record(first)])
        let pool = try pool(dns)
        _ = try await pool.lease(deadline: deadline).connection
        dns.end()
        clock.advance(by: .seconds(300))
        await pool.checkServers(deadline: deadline)
        #expect(pool.listFault?.contains("no name server answered") == true)
        #expect(try await pool.lease(deadline: deadline).connection.address == first.tls().address)
        let again = try await DNSServer([record(first), "\(Self.name),ldap.elsewhere.test,636,0,0"], port: dns.port)
        clock.advance(by: .seconds(300))
        await pool.checkServers(deadline: deadline)
        #expect(pool.listFault == "DNS also names hosts outside of the domain: ldap.elsewhere.test")
        #expect(try pool.serverStates.map(\.address) == [first.tls().address])
        withExtendedLifetime(again) {}
    }

    private func reason(_ domain: String, _ dns: DNSServer) async -> String? {
        let error = await #expect(throws: LDAPError.self) {
            let server = try NameServer(address: "127.0.0.1", port: dns.port)
            let lookup = try ServiceRecordLookup(domain: domain, startTLS: false, nameServer: server)
            _ = try await lookup.answer(deadline: .now + .seconds(30))
        }
        guard case .unreachable(let reason) = error else { return nil }
        return reason
    }

    private func record(_ slapd: Slapd, priority: Int = 0) throws -> String {
        "\(Self.name),localhost,\(try slapd.tls().address.port),\(priority),0"
    }

    /// The two have authorities of their own, so each is trusted by its address; nobody signs in.
    private func pool(_ dns: DNSServer) throws -> ConnectionPool {
        let files = [try first.tls().address: first.caFile, try second.tls().address: second.caFile]
        let lookup = try ServiceRecordLookup(
            domain: "localhost", startTLS: false, nameServer: NameServer(address: "127.0.0.1", port: dns.port))
        return try ConnectionPool(
            source: .serviceRecords(lookup) { ConnectionSettings(address: $0, caFile: files[$0]) },
            credentials: .anonymous, size: 2, maximumWaiting: 0, now: clock.now)
    }
}
