import LDAPClient
import Synchronization
import TestSupport
import Testing

@Suite("A pool whose preferred server fails", .serialized)
struct FailoverPoolTests {
    private var deadline: ContinuousClock.Instant { .now + .seconds(30) }

    @Test("a hung server costs one connect timeout, and not one for every connection")
    func hung() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool(first, [try impatient(first), second.plain], size: 2)
        try await first.freeze()
        let lease = try await pool.lease(deadline: deadline)
        #expect(try lease.connection.address == second.plain.address)
        // It would not get beyond the hung server in this time.
        let other = try await pool.lease(deadline: .now + .seconds(2.7))
        #expect(try other.connection.address == second.plain.address)
        let reason = "the directory server cannot be reached: \(try first.plain.address): no answer within 3.0 seconds"
        #expect(states(pool) == [.down, .up])
        #expect(pool.serverStates[0].reason == reason)
    }

    @Test("a connection that breaks takes the idle ones to the same server with it")
    func killed() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool(first, [first.plain, second.plain], size: 3)
        let broken = try await pool.lease(deadline: deadline)
        try await leaseTwo(of: pool)
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 2, waiting: 0))
        try await first.kill()
        let connection = broken.connection
        let deadline = deadline
        let error = await #expect(throws: LDAPError.self) { _ = try await connection.whoAmI(deadline: deadline) }
        guard case .connectionLost = error else { throw TestFailure("\(String(describing: error))") }
        _ = consume broken
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        #expect(states(pool) == [.down, .untried])
        #expect(try await pool.lease(deadline: deadline).connection.address == second.plain.address)
    }

    @Test(
        "a server whose certificate is not the right one is passed over",
        arguments: [Slapd.Certificate.wrongHost, .expired])
    func wrongCertificate(certificate: Slapd.Certificate) async throws {
        let (first, second) = (try await Slapd(certificate: certificate), try await Slapd())
        let pool = try pool(second, [first.tls(), second.plain], size: 1)
        #expect(try await pool.lease(deadline: deadline).connection.address == second.plain.address)
        #expect(states(pool) == [.down, .up])
        #expect(pool.serverStates[0].reason?.contains("certificate") == true)
    }

    @Test("a server that refuses StartTLS is passed over")
    func refusedTLS() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.extendedFailure(2))])
        let slapd = try await Slapd()
        let first = ConnectionSettings(
            address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"), startTLS: true, caFile: slapd.caFile)
        let pool = try pool(slapd, [first, slapd.startTLS()], size: 1)
        #expect(try await pool.lease(deadline: deadline).connection.address == slapd.startTLS().address)
        #expect(states(pool) == [.down, .up])
        withExtendedLifetime(peer) {}
    }

    @Test("a server that says it is busy or unavailable is passed over", arguments: [51, 52] as [UInt8])
    func unavailable(code: UInt8) async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindFailure(code))])
        let slapd = try await Slapd()
        let first = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        let pool = try pool(slapd, [first, slapd.plain], size: 1)
        #expect(try await pool.lease(deadline: deadline).connection.address == slapd.plain.address)
        #expect(pool.serverStates[0].reason?.hasPrefix("\(code) (") == true)
        withExtendedLifetime(peer) {}
    }

    @Test("a request that times out makes the next check find the hung server, and drops idle connections to it")
    func suspected() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool(first, [try impatient(first), second.plain], size: 2)
        let leased = try await pool.lease(deadline: deadline)
        _ = try await pool.lease(deadline: deadline).connection
        try await first.freeze()
        let connection = leased.connection
        let error = await #expect(throws: LDAPError.self) {
            _ = try await connection.whoAmI(deadline: .now + .milliseconds(100))
        }
        #expect(error == .deadlineExceeded(sent: true))
        _ = consume leased
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        #expect(states(pool) == [.up, .untried])
        await pool.checkServers(deadline: deadline)
        #expect(states(pool) == [.down, .up])
    }

    @Test("a connection that the server closed while it was idle costs no request")
    func idleTimeout() async throws {
        let slapd = try await Slapd()
        try await slapd.configure("dn: cn=config\nchangetype: modify\nreplace: olcIdleTimeout\nolcIdleTimeout: 1")
        let pool = try pool(slapd, [slapd.plain], size: 1)
        for _ in 1...3 {
            let lease = try await pool.lease(deadline: deadline)
            #expect(try await lease.connection.whoAmI(deadline: deadline).hasPrefix("dn:"))
            let connection = lease.connection
            _ = consume lease
            #expect(pool.occupancy.idle == 1)
            while connection.isIdleAndAlive { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(states(pool) == [.up])
        #expect(pool.serverStates[0].reason == nil)
    }

    @Test("a discarded connection and one that its user closed are no failures of the server")
    func ownDoing() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, [slapd.plain], size: 2)
        try await pool.lease(deadline: deadline).discard()
        await (try await pool.lease(deadline: deadline)).connection.close()
        let task = Task {
            let lease = try await pool.lease(deadline: .now + .seconds(30))
            try await slapd.freeze()
            _ = try await lease.connection.whoAmI(deadline: .now + .seconds(3600))
        }
        while pool.occupancy.leased == 0 { await Task.yield() }
        task.cancel()
        _ = await task.result
        try await slapd.thaw()
        #expect(states(pool) == [.up])
    }

    private func leaseTwo(of pool: ConnectionPool) async throws {
        let one = try await pool.lease(deadline: deadline)
        let other = try await pool.lease(deadline: deadline)
        #expect(one.connection !== other.connection)
    }

    private func states(_ pool: ConnectionPool) -> [ServerState.Condition] {
        pool.serverStates.map(\.condition)
    }

    private func impatient(_ slapd: Slapd) throws -> ConnectionSettings {
        var settings = try slapd.plain
        settings.connectTimeout = .seconds(3)
        return settings
    }

    /// Servers that are no pair have different passwords, so nobody signs in where there are two.
    private func pool(_ slapd: Slapd, _ servers: [ConnectionSettings], size: Int) throws -> ConnectionPool {
        let credentials = servers.count > 1 ? Credentials.anonymous : try slapd.serviceCredentials
        return try ConnectionPool(servers: servers, credentials: credentials, size: size, maximumWaiting: 0)
    }
}
