import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("Binding by SCRAM", .serialized)
struct SCRAMTests {
    private var deadline: ContinuousClock.Instant { .now + .seconds(20) }

    @Test("the right password binds over every transport")
    func rightPassword() async throws {
        let slapd = try await Slapd(scram: true)
        let service = try credentials("writeback", slapd["SERVICE_PASSWORD"])
        for settings in [try slapd.plain, try slapd.tls(), try slapd.startTLS(), try slapd.local] {
            let connection = try await slapd.connect(settings, as: service)
            #expect(try await connection.whoAmI(deadline: deadline) == "dn:\(slapd["SERVICE_DN"])")
            #expect(try await connection.bind(service, deadline: deadline).code == .success)
        }
    }

    @Test("a wrong password, a stored hash and an unknown user are refused by the server")
    func refused() async throws {
        let slapd = try await Slapd(scram: true)
        for (user, password, code) in [
            ("writeback", "wrong", ResultCode.invalidCredentials),
            ("alice", Slapd.startPassword("alice"), .invalidCredentials), ("nobody", "wrong", ResultCode(rawValue: 80)),
        ] {
            let connection = try await slapd.connect(as: .anonymous)
            let result = try await connection.bind(credentials(user, password), deadline: deadline)
            #expect(result.code == code)
            #expect(!result.diagnosticMessage.isEmpty)
            // The connection is as good as before.
            #expect(try await connection.whoAmI(deadline: deadline) == "")
        }
    }

    @Test("a wrong password is not offered again until the hold-off is over")
    func holdOff() async throws {
        let slapd = try await Slapd(scram: true)
        let pool = try ConnectionPool(
            servers: [slapd.plain], credentials: credentials("writeback", "wrong"), size: 2, maximumWaiting: 2)
        let first = await ldapError { _ = try await pool.lease(deadline: .now + .seconds(10)) }
        #expect(first?.code == .invalidCredentials)
        try await slapd.kill()
        #expect(await ldapError { _ = try await pool.lease(deadline: .now + .seconds(10)) } == first)
    }

    @Test("a server that does not offer it is told apart from one that refuses the password")
    func notOffered() async throws {
        let slapd = try await Slapd(scram: true)
        try await slapd.configure(
            "dn: cn=config\nchangetype: modify\nreplace: olcSaslSecProps\nolcSaslSecProps: noanonymous,noplain,passcred\n"
        )
        let service = try credentials("writeback", slapd["SERVICE_PASSWORD"])
        let error = await ldapError { _ = try await slapd.connect(as: service) }
        guard case .mechanismNotOffered("SCRAM-SHA-256", let offered) = error?.authentication else {
            throw TestFailure("\(String(describing: error))")
        }
        #expect(!offered.contains("SCRAM-SHA-256"))
        #expect(error?.description.contains("SCRAM-SHA-256") == true)
    }

    @Test("a peer that lets everybody in without a proof is not believed")
    func noProof() async throws {
        let peer = try HostilePeer([.read, .write(LDAPMessages.bindSuccess())])
        let settings = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(peer.port)"))
        let error = await ldapError {
            _ = try await LDAPConnection.open(settings, credentials: credentials("a", "b"), deadline: deadline)
        }
        guard case .serverNotProven = error?.authentication else { throw TestFailure("\(String(describing: error))") }
        withExtendedLifetime(peer) {}
    }

    private func credentials(_ user: String, _ password: String) throws -> Credentials {
        .scram(user: user, password: SharedSecret(try Secret(utf8: password)))
    }
}
