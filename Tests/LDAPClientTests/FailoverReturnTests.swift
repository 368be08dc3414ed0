import LDAPClient
import TestSupport
import Testing

@Suite("Going back to the preferred server", .serialized)
struct FailoverReturnTests {
    private let clock = SetClock()
    private var deadline: ContinuousClock.Instant { .now + .seconds(30) }

    @Test("a server that comes back is used again after several good checks, and not before")
    func damped() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool([first.plain, second.plain], size: 2)
        try await first.kill()
        let kept = try await pool.lease(deadline: deadline)
        #expect(try kept.connection.address == second.plain.address)
        try await first.restart()
        for (seconds, expected) in [(1, .returning), (2, .returning), (5, .returning)] as [Step] {
            clock.advance(by: .seconds(seconds))
            await pool.checkServers(deadline: deadline)
            #expect(pool.serverStates[0].condition == expected)
            #expect(try await pool.lease(deadline: deadline).connection.address == second.plain.address)
        }
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 1, waiting: 0))
        clock.advance(by: .seconds(5))
        await pool.checkServers(deadline: deadline)
        #expect(pool.serverStates[0].condition == .up)
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 0, waiting: 0))
        #expect(kept.connection.isUsable)
        _ = consume kept
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        #expect(try await pool.lease(deadline: deadline).connection.address == first.plain.address)
    }

    @Test("a server that stays away is asked less and less often, and costs no caller anything")
    func stillAway() async throws {
        let peer = try HostilePeer([.read, .reset])
        let slapd = try await Slapd()
        let first = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        let pool = try pool([first, slapd.plain], size: 1)
        var arrivals = peer.reads.makeAsyncIterator()
        _ = try await pool.lease(deadline: deadline).connection
        await arrivals.next()
        let failed = pool.serverStates[0].since
        for _ in 1...30 {
            clock.advance(by: .seconds(2))
            await pool.checkServers(deadline: deadline)
            _ = try await pool.lease(deadline: deadline).connection
        }
        // After 2, 4, 8, 16, 32 seconds and more there were checks; the next one is due beyond the minute.
        for _ in 1...5 { await arrivals.next() }
        #expect(pool.serverStates[0].since == failed)
        #expect(pool.serverStates.map(\.condition) == [.down, .up])
        withExtendedLifetime(peer) {}
    }

    @Test("when the other server fails, the one on its way back is used at once, and nobody is refused")
    func needed() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool([first.plain, second.plain], size: 1)
        try await first.kill()
        _ = try await pool.lease(deadline: deadline).connection
        try await first.restart()
        try await second.kill()
        #expect(try await pool.lease(deadline: deadline).connection.address == first.plain.address)
        #expect(pool.serverStates.map(\.condition) == [.up, .down])
    }

    @Test("no check signs in while a refusal of the credentials is remembered")
    func refused() async throws {
        let slapd = try await Slapd()
        let pool = try ConnectionPool(
            servers: [slapd.plain, slapd.startTLS(), slapd.tls(), slapd.local],
            credentials: slapd.credentials("heidi", "wrong"), size: 1, maximumWaiting: 0, now: clock.now)
        for _ in 1...5 { await pool.checkServers(deadline: deadline) }
        // Three wrong binds would have locked the account.
        let user = try await slapd.connect(as: .anonymous)
        #expect(try await user.bind(slapd.credentials("heidi"), deadline: deadline).code == .success)
        #expect(pool.serverStates.allSatisfy { $0.condition == .untried })
    }

    @Test("a broken stand-by is known before it is needed")
    func standby() async throws {
        let (first, second) = (try await Slapd(), try await Slapd())
        let pool = try pool([first.plain, second.plain], size: 1)
        await pool.checkServers(deadline: deadline)
        #expect(pool.serverStates.map(\.condition) == [.up, .up])
        try await second.kill()
        clock.advance(by: .seconds(59))
        await pool.checkServers(deadline: deadline)
        #expect(pool.serverStates.map(\.condition) == [.up, .up])
        clock.advance(by: .seconds(1))
        await pool.checkServers(deadline: deadline)
        #expect(pool.serverStates.map(\.condition) == [.up, .down])
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
    }

    private typealias Step = (Int, ServerState.Condition)

    private func pool(_ servers: [ConnectionSettings], size: Int) throws -> ConnectionPool {
        try ConnectionPool(servers: servers, credentials: .anonymous, size: size, maximumWaiting: 0, now: clock.now)
    }
}
