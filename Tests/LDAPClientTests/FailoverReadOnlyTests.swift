import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("A preferred server that takes no changes", .serialized)
struct FailoverReadOnlyTests {
    private let clock = SetClock()
    private let provider: Slapd
    private var deadline: ContinuousClock.Instant { .now + .seconds(30) }

    init() async throws {
        provider = try await Slapd.withServerID(1)
    }

    @Test("a shadow is avoided once it told so, and its idle connections are dropped", arguments: [true, false])
    func avoided(referral: Bool) async throws {
        let shadow = try await Slapd(consumerOf: provider, referral: referral)
        let pool = try pool([shadow.plain, provider.plain])
        let lease = try await pool.lease(deadline: deadline)
        try await leaseOne(of: pool)
        let result = try await reset(lease.connection)
        #expect(result.code == (referral ? .referral : .unwillingToPerform))
        pool.avoid(lease.connection.address, because: .readOnly(result.description))
        #expect(pool.occupancy == PoolOccupancy(leased: 1, idle: 0, waiting: 0))
        _ = consume lease
        #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        let next = try await pool.lease(deadline: deadline)
        #expect(try next.connection.address == provider.plain.address)
        #expect(try await reset(next.connection).code == .success)
        #expect(pool.serverStates.map(\.condition) == [.readOnly, .up])
        #expect(pool.serverStates[0].reason?.contains(result.description) == true)
        clock.advance(by: .seconds(59))
        await pool.checkServers(deadline: deadline)
        #expect(pool.serverStates.map(\.condition) == [.readOnly, .up])
    }

    @Test("when there is no other server the caller is told why, and it is tried again after a minute")
    func alone() async throws {
        let shadow = try await Slapd(consumerOf: provider, referral: false)
        let pool = try pool([shadow.plain])
        try await leaseOne(of: pool)
        pool.avoid(try shadow.plain.address, because: .readOnly("53"))
        let expected = LDAPError.avoided(try shadow.plain.address, .readOnly("53"))
        for _ in 1...2 {
            #expect(await #expect(throws: LDAPError.self) { try await leaseOne(of: pool) } == expected)
            clock.advance(by: .seconds(29))
        }
        #expect(!expected.mayHaveBeenSent)
        clock.advance(by: .seconds(2))
        try await leaseOne(of: pool)
        #expect(pool.serverStates.map(\.condition) == [.up])
    }

    @Test("what became of a request can still be asked of a server that is avoided or down")
    func asked() async throws {
        let shadow = try await Slapd(consumerOf: provider, referral: false)
        let pool = try pool([shadow.plain, provider.plain])
        let address = try shadow.plain.address
        pool.avoid(address, because: .unsuitable("another product"))
        #expect(try await pool.connect(to: address, deadline: deadline).address == address)
        let person = try await pool.connect(to: address, as: provider.credentials("bob"), deadline: deadline)
        #expect(try await person.whoAmI(deadline: deadline) == "dn:\(provider.person("bob"))")
        #expect(pool.serverStates[0].condition == .unsuitable)
    }

    private func reset(_ connection: LDAPConnection) async throws -> LDAPResult {
        let password = try Secret(utf8: "Another-One-\(Int.random(in: 1000...9999))")
        return try await connection.modifyPassword(of: provider.person("alice"), to: password, deadline: deadline)
    }

    private func leaseOne(of pool: ConnectionPool) async throws {
        let lease = try await pool.lease(deadline: deadline)
        #expect(lease.connection.isUsable)
    }

    private func pool(_ servers: [ConnectionSettings]) throws -> ConnectionPool {
        try ConnectionPool(
            servers: servers, credentials: provider.serviceCredentials, size: 2, maximumWaiting: 0, now: clock.now)
    }
}
