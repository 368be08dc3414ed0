import LDAPClient
import Secrets
import Synchronization
import TestSupport
import Testing

@Suite("The connection pool", .serialized)
struct PoolTests {
    @Test("a thousand leases by many tasks share a few connections")
    func thousandLeases() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, size: 4, maximumWaiting: 100)
        let identity = "dn:\(slapd["SERVICE_DN"])"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    for _ in 0..<20 {
                        let lease = try await pool.lease(deadline: .now + .seconds(30))
                        let answer = try await lease.connection.whoAmI(deadline: .now + .seconds(30))
                        #expect(answer == identity)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(pool.occupancy.leased == 0 && pool.occupancy.waiting == 0)
        #expect((1...4).contains(pool.occupancy.idle))
    }

    @Test("the queue is bounded, and a wait ends at its deadline or with its task")
    func boundedQueue() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, size: 1, maximumWaiting: 1)
        let lease = try await pool.lease(deadline: .now + .seconds(10))
        let waiter = Task { await error { _ = try await pool.lease(deadline: .now + .seconds(3600)) } }
        while pool.occupancy.waiting == 0 { await Task.yield() }
        #expect(await error { _ = try await pool.lease(deadline: .now + .seconds(10)) } == .poolExhausted)
        waiter.cancel()
        #expect(await waiter.value == .cancelled(sent: false))
        let late = await error { _ = try await pool.lease(deadline: .now + .milliseconds(50)) }
        #expect(late == .poolExhausted)
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 0, waiting: 0))
        let next = Task { try await pool.lease(deadline: .now + .seconds(10)).connection.isUsable }
        while pool.occupancy.waiting == 0 { await Task.yield() }
        _ = consume lease
        #expect(try await next.value)
    }

    @Test("a discarded or broken connection is replaced, and its place is not lost")
    func replaced() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, size: 1)
        let first = try await pool.lease(deadline: .now + .seconds(10))
        first.discard()
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        let second = try await pool.lease(deadline: .now + .seconds(10))
        await second.connection.close()
        _ = consume second
        #expect(pool.occupancy.idle == 0)
        _ = try await pool.lease(deadline: .now + .seconds(10))
        try await slapd.restart()
        let third = try await pool.lease(deadline: .now + .seconds(10))
        #expect(try await third.connection.whoAmI(deadline: .now + .seconds(10)).hasPrefix("dn:"))
    }

    @Test("a connection that was idle for more than a minute is replaced, in case a firewall forgot it")
    func staleConnection() async throws {
        let slapd = try await Slapd()
        let clock = Mutex(ContinuousClock.Instant.now)
        let pool = try ConnectionPool(
            servers: [slapd.plain], credentials: slapd.serviceCredentials, size: 2, maximumWaiting: 0,
            now: { clock.withLock { $0 } })
        let first = try await pool.lease(deadline: .now + .seconds(10)).connection
        clock.withLock { $0 += ConnectionPool.idleLimit - .seconds(1) }
        #expect(try await pool.lease(deadline: .now + .seconds(10)).connection === first)
        clock.withLock { $0 += ConnectionPool.idleLimit + .seconds(1) }
        let second = try await pool.lease(deadline: .now + .seconds(10))
        #expect(second.connection !== first)
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 0, waiting: 0))
    }

    @Test("the next server is tried when the preferred one is down or not to be trusted")
    func nextServer() async throws {
        let slapd = try await Slapd()
        let dead = ConnectionSettings(address: try ServerAddress("ldapi://%2Fnonexistent"))
        let wrong = try slapd.tls(caFile: slapd["OTHER_CA_FILE"])
        let pool = try ConnectionPool(
            servers: [dead, wrong, slapd.local], credentials: slapd.serviceCredentials, size: 1, maximumWaiting: 0)
        let lease = try await pool.lease(deadline: .now + .seconds(10))
        #expect(try lease.connection.address == slapd.local.address)
        let hopeless = try ConnectionPool(
            servers: [dead, wrong], credentials: slapd.serviceCredentials, size: 1, maximumWaiting: 0)
        guard case .unreachable = await error({ _ = try await hopeless.lease(deadline: .now + .seconds(10)) }) else {
            throw TestFailure("the preferred server's reason was expected")
        }
        #expect(hopeless.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
    }

    @Test("a refused bind is not repeated until the hold-off is over")
    func holdOff() async throws {
        let slapd = try await Slapd()
        let clock = Mutex(ContinuousClock.Instant.now)
        let pool = try ConnectionPool(
            servers: [slapd.plain], credentials: slapd.credentials("heidi", "wrong"), size: 2, maximumWaiting: 9,
            now: { clock.withLock { $0 } })
        for _ in 1...10 {
            guard case .result(let result) = await error({ _ = try await pool.lease(deadline: .now + .seconds(10)) })
            else {
                throw TestFailure("a refusal was expected")
            }
            #expect(result.code == .invalidCredentials)
        }
        // Ten binds would have locked the account, and two do not.
        let user = try await slapd.connect(as: .anonymous)
        let right = try slapd.credentials("heidi")
        clock.withLock { $0 += .seconds(30) }
        _ = await error { _ = try await pool.lease(deadline: .now + .seconds(10)) }
        #expect(try await user.bind(right, deadline: .now + .seconds(10)).code == .success)
    }

    @Test("a closed pool leases nothing and ends all waits")
    func closed() async throws {
        let slapd = try await Slapd()
        let pool = try pool(slapd, size: 1, maximumWaiting: 1)
        let lease = try await pool.lease(deadline: .now + .seconds(10))
        let waiter = Task { await error { _ = try await pool.lease(deadline: .now + .seconds(3600)) } }
        while pool.occupancy.waiting == 0 { await Task.yield() }
        pool.close()
        #expect(await waiter.value == .poolClosed)
        #expect(await error { _ = try await pool.lease(deadline: .now + .seconds(10)) } == .poolClosed)
        #expect(try await lease.connection.whoAmI(deadline: .now + .seconds(10)).hasPrefix("dn:"))
        _ = consume lease
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
    }

    private func pool(_ slapd: Slapd, size: Int, maximumWaiting: Int = 0) throws -> ConnectionPool {
        try ConnectionPool(
            servers: [slapd.plain], credentials: slapd.serviceCredentials, size: size, maximumWaiting: maximumWaiting)
    }

    private func error(_ body: () async throws -> Void) async -> LDAPError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? LDAPError
        }
    }
}
