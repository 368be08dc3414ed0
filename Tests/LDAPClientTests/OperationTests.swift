import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("Operations on a real server", .serialized)
struct OperationTests {
    private let slapd: Slapd
    private var deadline: ContinuousClock.Instant { .now + .seconds(20) }

    init() async throws {
        slapd = try await Slapd()
    }

    @Test("who-am-I names the bound identity over every transport")
    func whoAmI() async throws {
        let clientCertificate = ConnectionSettings(
            address: try ServerAddress(slapd["LDAPS_URL"]), caFile: slapd.caFile,
            clientCertificateFile: slapd["CLIENT_CERT"], clientKeyFile: slapd["CLIENT_KEY"])
        for settings in [try slapd.plain, try slapd.tls(), try slapd.startTLS(), try slapd.local, clientCertificate] {
            let connection = try await slapd.connect(settings)
            #expect(try await connection.whoAmI(deadline: deadline) == "dn:\(slapd["SERVICE_DN"])")
        }
        let anonymous = try await slapd.connect(as: .anonymous)
        #expect(try await anonymous.whoAmI(deadline: deadline) == "")
        let user = try await slapd.connect(slapd.local, as: .external)
        #expect(try await user.whoAmI(deadline: deadline).hasPrefix("dn:"))
        let certified = try await slapd.connect(clientCertificate, as: .external)
        #expect(try await certified.whoAmI(deadline: deadline).contains("writeback"))
    }

    @Test("a search finds by value, whatever characters the value has", arguments: ["alice", "a*b(c)\\d", "Zoë"])
    func searchByValue(uid: String) async throws {
        let connection = try await slapd.connect()
        let found = try await connection.search(
            base: slapd.baseDN, scope: .subtree, filter: .equal("uid", uid), attributes: ["uid", "entryUUID"],
            deadline: deadline)
        #expect(found.entries.map { $0.text("UID") } == [uid])
        let entry = try #require(found.entries.first)
        #expect(try entry.dn.isEqualOrBelow(slapd.peopleDN))
        #expect(entry.text("entryuuid")?.count == 36)
        #expect(try await connection.entry(entry.dn, deadline: deadline)?.dn == entry.dn)
    }

    @Test("a star in a value is no wildcard")
    func starIsNoWildcard() async throws {
        let found = try await slapd.connect().search(
            base: slapd.peopleDN, scope: .subtree, filter: .equal("uid", "a*"), deadline: deadline)
        #expect(found.entries.isEmpty)
    }

    @Test("a search below a name with every odd character finds its entry")
    func oddName() async throws {
        let connection = try await slapd.connect()
        let all = try await connection.search(
            base: slapd.baseDN, scope: .subtree, filter: .equal("uid", "odd"), deadline: deadline)
        let entry = try #require(all.entries.first)
        let again = try await connection.entry(DistinguishedName(entry.dn.text), deadline: deadline)
        #expect(again?.dn == entry.dn)
    }

    @Test("a size limit truncates the result and says so")
    func sizeLimit() async throws {
        let found = try await slapd.connect().search(
            base: slapd.peopleDN, scope: .subtree, filter: .present("uid"), sizeLimit: 2, deadline: deadline)
        #expect(found.entries.count == 2)
        #expect(found.isTruncated)
    }

    @Test("a missing base is noSuchObject for a search, and nil for an entry")
    func missingBase() async throws {
        let connection = try await slapd.connect()
        let missing = try slapd.person("nobody")
        #expect(try await connection.entry(missing, deadline: deadline) == nil)
        let error = await #expect(throws: LDAPError.self) {
            _ = try await connection.search(base: missing, scope: .base, deadline: deadline)
        }
        guard case .result(let result) = error else { throw TestFailure("\(String(describing: error))") }
        #expect(result.code == .noSuchObject)
        #expect(result.matchedDN == slapd["PEOPLE_DN"])
    }

    @Test("a referral entry is reported and not followed")
    func referral() async throws {
        try await slapd.modify(
            """
            dn: ou=elsewhere,\(slapd["BASE_DN"])
            changetype: add
            objectClass: referral
            objectClass: extensibleObject
            ou: elsewhere
            ref: ldap://other.example.test/ou=elsewhere,dc=example,dc=test
            """)
        let found = try await slapd.connect(as: slapd.adminCredentials).search(
            base: slapd.baseDN, scope: .subtree, filter: .present("ou"), deadline: deadline)
        #expect(found.references.count == 1)
        #expect(found.references.first?.hasPrefix("ldap://other.example.test/") == true)
        #expect(!found.entries.isEmpty)
    }

    @Test("binary values come back as they went")
    func binaryValues() async throws {
        let connection = try await slapd.connect(as: slapd.adminCredentials)
        let photo = [UInt8](0...255) + [0, 0]
        let alice = try slapd.person("alice")
        let result = try await connection.modify(alice, [.replace("jpegPhoto", .bytes(photo))], deadline: deadline)
        #expect(result.code == .success)
        let entry = try await connection.entry(alice, attributes: ["jpegPhoto"], deadline: deadline)
        #expect(entry?["jpegphoto"] == [photo])
        #expect(entry?.text("jpegPhoto") == nil)
    }

    @Test("modify adds, deletes and replaces, and answers the server's code")
    func modify() async throws {
        let connection = try await slapd.connect(as: slapd.adminCredentials)
        let bob = try slapd.person("bob")
        let changes: [Modification] = [
            .add("description", .text("one"), .text("two")), .delete("description", .text("one")),
        ]
        #expect(try await connection.modify(bob, changes, deadline: deadline).code == .success)
        #expect(try await connection.entry(bob, deadline: deadline)?.texts("description") == ["two"])
        let missing = try await connection.modify(bob, [.delete("pwdAccountLockedTime")], deadline: deadline)
        #expect(missing.code == .noSuchAttribute)
        #expect(try await connection.modify(bob, [.replace("description")], deadline: deadline).code == .success)
        #expect(try await connection.entry(bob, deadline: deadline)?["description"].isEmpty == true)
    }

    @Test("an unknown critical control is refused by the server")
    func criticalControl() async throws {
        let unknown = Control(oid: "1.2.3.4.5.6.7", isCritical: true, value: [0x30, 0x00])
        let result = try await slapd.connect().modify(
            slapd.person("bob"), [.replace("description")], controls: [unknown], deadline: deadline)
        #expect(result.code == .unavailableCriticalExtension)
    }

    @Test("several operations run together")
    func together() async throws {
        let base = try slapd.person("alice")
        let answers = try await slapd.connect().together { [deadline] (connection) throws(LDAPError) in
            let entry = try await connection.entry(base, deadline: deadline)
            return (entry?.dn, try await connection.whoAmI(deadline: deadline))
        }
        #expect(answers.0 == base)
        #expect(answers.1.contains("writeback"))
    }
}
