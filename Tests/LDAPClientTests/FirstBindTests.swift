import LDAPClient
import Synchronization
import TestSupport
import Testing

@Suite("The first bind of a pool", .serialized)
struct FirstBindTests {
    @Test("many first callers with a wrong password make one bind, and all get its answer")
    func oneRefusal() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, slapd.credentials("heidi", "wrong"), size: 10)
        try await expectOneRefusal(of: pool, slapd)
        // Three would have locked the account.
        let user = try await slapd.connect(as: .anonymous)
        #expect(try await user.bind(slapd.credentials("heidi"), deadline: .now + .seconds(10)).code == .success)
    }

    @Test("once all connections are gone, the next bind is a first one again")
    func noneLeft() async throws {
        let slapd = try await Slapd()
        let clock = Mutex(ContinuousClock.Instant.now)
        let pool = try pool(slapd, slapd.credentials("heidi"), size: 10) { clock.withLock { $0 } }
        _ = try await pool.lease(deadline: .now + .seconds(10))
        try await changePassword(slapd)
        clock.withLock { $0 += ConnectionPool.idleLimit + .seconds(1) }
        try await expectOneRefusal(of: pool, slapd)
        #expect(try await isUnlocked(slapd))
    }

    @Test("after a refusal the next bind is a first one again, even while an older connection works")
    func afterRefusal() async throws {
        let slapd = try await Slapd()
        let clock = Mutex(ContinuousClock.Instant.now)
        let pool = try pool(slapd, slapd.credentials("heidi"), size: 11) { clock.withLock { $0 } }
        let old = try await pool.lease(deadline: .now + .seconds(10))
        try await changePassword(slapd)
        _ = await #expect(throws: LDAPError.self) { _ = try await pool.lease(deadline: .now + .seconds(10)) }
        clock.withLock { $0 += .seconds(30) }
        try await expectOneRefusal(of: pool, slapd, besides: 1)
        #expect(try await isUnlocked(slapd))
        #expect(old.connection.isUsable)
    }

    @Test("callers beyond the first do not count as queueing while there are places", .timeLimit(.minutes(1)))
    func noQueue() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, slapd.serviceCredentials, size: 3)
        try await slapd.freeze()
        let tasks = (1...3).map { _ in Task { try await pool.lease(deadline: .now + .seconds(3600)).connection } }
        while !Task.isCancelled, pool.occupancy.waiting < 2 { await Task.yield() }
        let beyond = await #expect(throws: LDAPError.self) { _ = try await pool.lease(deadline: .now + .seconds(3600)) }
        #expect(beyond == .poolExhausted)
        try await slapd.thaw()
        for task in tasks { #expect(try await task.value.isUsable) }
    }

    @Test("when the caller that opens the first connection gives up, another one takes over")
    func takenOver() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, slapd.serviceCredentials, size: 2)
        try await slapd.freeze()
        let first = Task { _ = try await pool.lease(deadline: .now + .seconds(3600)) }
        while pool.occupancy.leased == 0 { await Task.yield() }
        let second = Task { try await pool.lease(deadline: .now + .seconds(3600)).connection.isUsable }
        while pool.occupancy.waiting == 0 { await Task.yield() }
        first.cancel()
        #expect(await #expect(throws: LDAPError.self) { try await first.value } == .cancelled(sent: false))
        try await slapd.thaw()
        #expect(try await second.value)
    }

    @Test("a server that does not answer is told from a busy pool, by every caller")
    func silentServer() async throws {
        let peer = try HostilePeer([.read])
        let settings = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        let pool = try ConnectionPool(servers: [settings], credentials: .anonymous, size: 2, maximumWaiting: 2)
        let deadline = ContinuousClock.now + .milliseconds(200)
        let tasks = (1...4).map { _ in Task { _ = try await pool.lease(deadline: deadline) } }
        for task in tasks {
            let error = await #expect(throws: LDAPError.self) { try await task.value }
            #expect(error == .deadlineExceeded(sent: false))
        }
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        withExtendedLifetime(peer) {}
    }

    @Test("callers that waited for the first connection share the news that the server is gone")
    func sharedFailure() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, slapd.serviceCredentials, size: 8)
        try await slapd.freeze()
        let tasks = (1...8).map { _ in Task { _ = try await pool.lease(deadline: .now + .seconds(3600)) } }
        while pool.occupancy != PoolOccupancy(leased: 1, idle: 0, waiting: 7) { await Task.yield() }
        try await slapd.kill()
        // Whoever tried again would find that nobody listens any more.
        for task in tasks {
            #expect(await #expect(throws: LDAPError.self) { try await task.value } == .connectionLost(sent: false))
        }
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
    }

    /// Lets all callers come while the server cannot answer any of them.
    private func expectOneRefusal(of pool: ConnectionPool, _ slapd: Slapd, besides leased: Int = 0) async throws {
        try await slapd.freeze()
        let tasks = (1...10).map { _ in Task { _ = try await pool.lease(deadline: .now + .seconds(3600)) } }
        while pool.occupancy.leased + pool.occupancy.waiting < leased + 10 { await Task.yield() }
        try await slapd.thaw()
        for task in tasks {
            guard case .result(let result) = await #expect(throws: LDAPError.self, performing: { try await task.value })
            else { throw TestFailure("a refusal was expected") }
            #expect(result.code == .invalidCredentials)
        }
    }

    private func changePassword(_ slapd: Slapd) async throws {
        try await slapd.modify(
            """
            dn: \(slapd.person("heidi"))
            changetype: modify
            replace: userPassword
            userPassword: Entirely-New-81
            """)
    }

    private func isUnlocked(_ slapd: Slapd) async throws -> Bool {
        let user = try await slapd.connect(as: .anonymous)
        let right = try slapd.credentials("heidi", "Entirely-New-81")
        return try await user.bind(right, deadline: .now + .seconds(10)).code == .success
    }

    private func pool(
        _ slapd: Slapd, _ credentials: Credentials, size: Int,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws -> ConnectionPool {
        var settings = try slapd.plain
        // A frozen server must not look like one out of reach here.
        settings.connectTimeout = .seconds(60)
        return try ConnectionPool(
            servers: [settings], credentials: credentials, size: size, maximumWaiting: 0, now: now)
    }
}
