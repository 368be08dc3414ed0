import LDAPClient
import TestSupport
import Testing

@Suite("Servers that hang or break while a connection is opened", .serialized)
struct FailoverTests {
    @Test("a server that never answers the bind costs no more than the connect timeout", .timeLimit(.minutes(1)))
    func hangingBind() async throws {
        let peer = try HostilePeer([.read])
        let settings = try settings(peer, connectTimeout: .milliseconds(200))
        let error = await #expect(throws: LDAPError.self) {
            _ = try await LDAPConnection.open(settings, credentials: .anonymous, deadline: .now + .seconds(3600))
        }
        #expect(Self.names(settings, error))
        withExtendedLifetime(peer) {}
    }

    @Test("the pool goes on to the next server when the preferred one hangs or breaks at the bind")
    func nextServer() async throws {
        let slapd = try await Slapd()
        for peer in [try HostilePeer([.read]), try HostilePeer([.read, .reset]), try HostilePeer([.read, .close])] {
            let servers = [try settings(peer, connectTimeout: .milliseconds(200)), try slapd.plain]
            let pool = try ConnectionPool(
                servers: servers, credentials: slapd.serviceCredentials, size: 1, maximumWaiting: 0)
            let lease = try await pool.lease(deadline: .now + .seconds(30))
            #expect(lease.connection.address == servers[1].address)
        }
    }

    @Test("when no server will do, the preferred one's reason is told, even if time runs out at another one")
    func preferredReason() async throws {
        let silent = try HostilePeer([.read])
        let broken = try HostilePeer([.read, .reset])
        let preferred = try settings(silent, connectTimeout: .milliseconds(200))
        for other in [try settings(broken), try settings(silent, connectTimeout: .seconds(60))] {
            let pool = try ConnectionPool(
                servers: [preferred, other], credentials: .anonymous, size: 1, maximumWaiting: 0)
            let error = await #expect(throws: LDAPError.self) {
                _ = try await pool.lease(deadline: .now + .seconds(1))
            }
            #expect(Self.names(preferred, error))
            #expect(pool.occupancy == PoolOccupancy(leased: 0, idle: 0, waiting: 0))
        }
        withExtendedLifetime((silent, broken)) {}
    }

    private func settings(_ peer: HostilePeer, connectTimeout: Duration = .seconds(5)) throws -> ConnectionSettings {
        ConnectionSettings(
            address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"), connectTimeout: connectTimeout)
    }

    private static func names(_ settings: ConnectionSettings, _ error: LDAPError?) -> Bool {
        guard case .unreachable(let reason) = error else { return false }
        return reason == "\(settings.address): no answer within \(settings.connectTimeout)"
    }
}
