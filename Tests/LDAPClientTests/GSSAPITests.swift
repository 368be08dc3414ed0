import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("Binding with a Kerberos key", .serialized)
struct GSSAPITests {
    private var deadline: ContinuousClock.Instant { .now + .seconds(20) }

    @Test("the connection acts as the service over every transport that has a host name")
    func everyTransport() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        for settings in [try slapd.plain, try slapd.tls(), try slapd.startTLS()] {
            for principal in [nil, kdc["SERVICE_PRINCIPAL"]] {
                let connection = try await slapd.connect(settings, as: kdc.credentials(principal: principal))
                #expect(try await connection.whoAmI(deadline: deadline) == "dn:\(slapd["SERVICE_DN"])")
            }
        }
        let nameless = await ldapError { _ = try await slapd.connect(slapd.local, as: kdc.credentials()) }
        guard case .invalid = nameless else { throw TestFailure("\(String(describing: nameless))") }
    }

    @Test("without TLS everything after the bind is sealed, as the server sees it too")
    func sealed() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await slapd.configure(Self.setting("olcSecurity: simple_bind=0 ssf=128"))
        let alice = try slapd.person("alice")
        let plain = await ldapError { _ = try await slapd.connect() }
        #expect(plain?.code == .confidentialityRequired)
        let connection = try await slapd.connect(as: kdc.credentials())
        let reset = try await connection.modifyPassword(
            of: alice, to: Secret(utf8: "Sealed-Anew-51"), deadline: deadline)
        #expect(reset.code == .success)
    }

    @Test("requests and answers longer than a sealed frame arrive whole")
    func longMessages() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(people: 2000, kdc: kdc)
        try await slapd.configure(Self.setting("olcSizeLimit: unlimited"))
        let connection = try await slapd.connect(as: kdc.credentials())
        let people = try await connection.search(
            base: slapd.peopleDN, scope: .subtree, filter: .present("uid"), sizeLimit: 5000, deadline: deadline)
        #expect(people.entries.count > 2000)
        let names = (0..<5000).map { "somebody-\($0)" } + ["alice"]
        let long = Filter.or(try names.map { try .equal("uid", $0) })
        let found = try await connection.search(
            base: slapd.peopleDN, scope: .subtree, filter: long, attributes: ["uid"], deadline: deadline)
        #expect(found.entries.map { $0.text("uid") } == ["alice"])
    }

    @Test("a server that would only sign, or not even that, is refused", arguments: [0, 1, 56])
    func notSealed(strength: Int) async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await slapd.configure(Self.setting("olcSaslSecProps: noanonymous,noplain,maxssf=\(strength)"))
        let failure = await ldapError { _ = try await slapd.connect(as: kdc.credentials()) }
        guard case .notSealed = failure?.authentication else { throw TestFailure("\(String(describing: failure))") }
        // Inside TLS nothing else is needed.
        _ = try await slapd.connect(slapd.tls(), as: kdc.credentials())
    }

    @Test("a server that insists on sealing inside TLS is told apart")
    func sealedTwice() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await slapd.configure(Self.setting("olcSaslSecProps: noanonymous,noplain,minssf=300"))
        let refusal = await ldapError { _ = try await slapd.connect(slapd.tls(), as: kdc.credentials()) }
        guard case .invalid(let text) = refusal else { throw TestFailure("\(String(describing: refusal))") }
        #expect(text.contains("ldap://"))
    }

    @Test("the bind is bound to the server's certificate, which the server can demand")
    func channelBinding() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        try await slapd.configure(Self.setting("olcSaslCBinding: tls-endpoint"))
        for settings in [try slapd.tls(), try slapd.startTLS(), try slapd.plain] {
            _ = try await slapd.connect(settings, as: kdc.credentials())
        }
    }

    @Test("only GSSAPI may go without TLS to another machine")
    func cleartext() throws {
        let service = Credentials.gssapi(Keytab(path: "/etc/writebackd.keytab"))
        let remote = ConnectionSettings(address: try ServerAddress("ldap://ldap.example.test"))
        try remote.validate(for: service)
        for credentials in [
            Credentials.anonymous, .external, .scram(user: "x", password: SharedSecret(try Secret(utf8: "x"))),
        ] {
            #expect(throws: LDAPError.cleartextRefused(remote.address)) { try remote.validate(for: credentials) }
        }
        for keytab in [Keytab(path: ""), Keytab(path: "/x", principal: ""), Keytab(path: "/x\0y")] {
            #expect(throws: LDAPError.self) { try remote.validate(for: .gssapi(keytab)) }
        }
    }

    @Test("a sealed connection can be bound neither twice nor in clear over the network")
    func boundAgain() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        let connection = try await slapd.connect(as: kdc.credentials())
        await #expect(throws: LDAPError.self) { _ = try await connection.bind(kdc.credentials(), deadline: deadline) }
        #expect(try await connection.bind(slapd.credentials("alice"), deadline: deadline).code == .success)
        #expect(try await connection.whoAmI(deadline: deadline).contains("alice"))
    }

    /// Changes a global setting of the server.
    private static func setting(_ setting: String) -> String {
        let name = setting.prefix { $0 != ":" }
        return "dn: cn=config\nchangetype: modify\nreplace: \(name)\n\(setting)\n"
    }
}
