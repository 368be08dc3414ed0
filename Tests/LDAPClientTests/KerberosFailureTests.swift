import Glibc
import LDAPClient
import TestSupport
import Testing

@Suite("Kerberos keys and realms that are not as they should be", .serialized)
struct KerberosFailureTests {
    @Test("a keytab that is missing, empty or for someone else is named")
    func unusableKeytab() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        let keytab = kdc["CLIENT_KEYTAB"]
        for (wrong, path) in [
            (Keytab(path: "/nonexistent/key"), "/nonexistent/key"), (Keytab(path: "/dev/null"), "/dev/null"),
            (Keytab(path: keytab, principal: "other@\(kdc["REALM"])"), keytab),
        ] {
            let error = await ldapError { _ = try await slapd.connect(as: .gssapi(wrong)) }
            guard case .keytabUnusable(path, let reason) = error?.authentication else {
                throw TestFailure("\(String(describing: error))")
            }
            #expect(!reason.isEmpty)
        }
    }

    @Test("a key that was changed since is refused by the KDC, and not offered again until the hold-off is over")
    func oldKey() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        let pool = try ConnectionPool(
            servers: [slapd.plain, slapd.plain], credentials: .gssapi(Keytab(path: kdc["OLD_KEYTAB"])), size: 2,
            maximumWaiting: 2)
        let first = await ldapError { _ = try await pool.lease(deadline: .now + .seconds(10)) }
        guard case .keyRefused(kdc["OLD_KEYTAB"], "Preauthentication failed") = first?.authentication else {
            throw TestFailure("\(String(describing: first))")
        }
        #expect(first?.description.contains("klist -kte") == true)
        try await kdc.kill()
        #expect(await ldapError { _ = try await pool.lease(deadline: .now + .seconds(10)) } == first)
    }

    @Test("a server that the realm does not know is named as the KDC would have to know it")
    func unknownService() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        let port = try slapd.plain.address.port
        // Another name for the same address.
        let other = ConnectionSettings(address: try ServerAddress("ldap://127.1:\(port)"))
        let error = await ldapError { _ = try await slapd.connect(other, as: kdc.credentials()) }
        guard case .serviceUnknown(host: "127.1", let reason) = error?.authentication else {
            throw TestFailure("\(String(describing: error))")
        }
        #expect(!reason.isEmpty)
        #expect(error?.description.contains("ldap/127.1") == true)
    }

    @Test("a realm that krb5.conf does not tell the way to is out of reach, and worth another server")
    func unknownRealm() async throws {
        let kdc = try await KDC(isKnown: false)
        let slapd = try await Slapd(kdc: kdc)
        let error = await ldapError { _ = try await slapd.connect(as: kdc.credentials()) }
        #expect(error?.unreachable?.contains(kdc["REALM"]) == true)
        #expect(error?.unreachable?.contains("krb5.conf") == true)
    }

    @Test("a KDC that is down is out of reach at once")
    func down() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await kdc.kill()
        let error = await ldapError { _ = try await slapd.connect(as: kdc.credentials()) }
        #expect(error?.unreachable?.contains("Cannot contact any KDC for realm '\(kdc["REALM"])'") == true)
    }

    @Test("tickets that were fetched before the KDC went down go on being good")
    func outage() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        _ = try await slapd.connect(as: kdc.credentials())
        try await kdc.kill()
        for _ in 1...3 { _ = try await slapd.connect(as: kdc.credentials()) }
    }

    @Test("a cipher that is too weak for passwords is refused")
    func weakCipher() async throws {
        // In a process of its own, with a krb5.conf that wants it so.
        await #expect(processExitsWith: .success) {
            let kdc = try await KDC(cipher: "arcfour-hmac")
            let slapd = try await Slapd(kdc: kdc)
            setenv("KRB5_CONFIG", kdc["KRB5_CONFIG"], 1)
            let error = await ldapError { _ = try await slapd.connect(as: kdc.credentials()) }
            guard case .notSealed(let reason) = error?.authentication else {
                throw TestFailure("\(String(describing: error))")
            }
            #expect(reason.contains(" 64 bits"))
        }
    }
}
