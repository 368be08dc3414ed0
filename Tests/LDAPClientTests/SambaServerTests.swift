import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("An Active Directory domain controller (Samba)", .serialized)
struct SambaServerTests {
    private let samba: Samba
    private let deadline = ContinuousClock.Instant.now + .seconds(60)

    init() async throws {
        samba = try await Samba()
    }

    @Test("it is spoken to over TLS, verified with its own CA and no other, and without TLS takes no password")
    func transport() async throws {
        for settings in [try samba.tls(), try samba.startTLS()] {
            let connection = try await samba.connect(settings)
            let found = try await connection.search(base: samba.serviceDN, scope: .base, deadline: deadline)
            #expect(found.entries.count == 1)
        }
        await #expect(throws: LDAPError.self) { _ = try await samba.connect(samba.tls(caFile: samba["OTHER_CA_FILE"])) }
        let plain = ConnectionSettings(address: try ServerAddress(samba["LDAP_URL"]))
        let anonymous = try await samba.connect(plain, as: .anonymous)
        let bound = try await anonymous.bind(samba.serviceCredentials, deadline: deadline)
        #expect(bound.code == .strongerAuthRequired)
    }

    @Test("the service account resets a password with the rights delegated to it")
    func reset() async throws {
        #expect(try await replacePassword("alice", "Entirely-New-77").code == .success)
        #expect(try await bind("alice", "Entirely-New-77").code == .success)
    }

    @Test(
        "the delegated rights end at a protected administrator, where inheritance is off, and outside the branch",
        arguments: ["CN=mallory,OU=people", "CN=oscar,OU=undelegated,OU=people", "CN=olivia,OU=outside"])
    func notDelegated(name: String) async throws {
        let dn = try DistinguishedName("\(name),\(samba["BASE_DN"])")
        for change in [password("Entirely-New-78"), .replace("lockoutTime", .text("0"))] {
            let result = try await samba.connect().modify(dn, [change], deadline: deadline)
            #expect(result.code == .insufficientAccessRights)
        }
        let found = try await samba.connect().search(
            base: dn, scope: .base, attributes: ["allowedAttributesEffective"], deadline: deadline)
        #expect(found.entries.map { $0.texts("allowedAttributesEffective") } == [[]])
    }

    @Test("the service account may write the lock and the must-change mark, and nothing else by name")
    func effectiveRights() async throws {
        let found = try await samba.connect().search(
            base: samba.person("alice"), scope: .base, attributes: ["allowedAttributesEffective"], deadline: deadline)
        #expect(found.entries.map { Set($0.texts("allowedAttributesEffective")) } == [["lockoutTime", "pwdLastSet"]])
    }

    @Test("an account locks after wrong passwords, says so, and the service account unlocks it")
    func lock() async throws {
        try await samba.lock("bob")
        let locked = try await bind("bob", Samba.startPassword("bob"))
        #expect(locked.code == .invalidCredentials)
        #expect(locked.diagnosticMessage.contains("data 775"))
        let unlocked = try await samba.connect().modify(
            samba.person("bob"), [.replace("lockoutTime", .text("0"))], deadline: deadline)
        #expect(unlocked.code == .success)
        #expect(try await bind("bob", Samba.startPassword("bob")).code == .success)
    }

    @Test("password settings of one's own are readable and enforced")
    func passwordSettings() async throws {
        let service = try await samba.connect()
        let erin = try await service.search(
            base: samba.person("erin"), scope: .base, attributes: ["msDS-ResultantPSO"], deadline: deadline)
        let settings = try DistinguishedName(erin.entries.first?.text("msDS-ResultantPSO") ?? "")
        let found = try await service.search(base: settings, scope: .base, deadline: deadline)
        #expect(found.entries.first?.text("msDS-MinimumPasswordLength") == "16")
        #expect(try await replacePassword("erin", "Fifteen-let-1.X").code == .constraintViolation)
    }

    @Test("the state of an account is readable where the domain lets nobody else read it")
    func hardened() async throws {
        try await samba.modify(
            """
            dn: CN=Pre-Windows 2000 Compatible Access,CN=Builtin,\(samba["BASE_DN"])
            changetype: modify
            delete: member
            member: CN=S-1-5-11,CN=ForeignSecurityPrincipals,\(samba["BASE_DN"])
            """)
        let state = ["userAccountControl", "msDS-User-Account-Control-Computed", "accountExpires", "pwdLastSet"]
        for (name, expected) in [("carol", state), ("oscar", [])] {
            let found = try await samba.connect().search(
                base: samba.person(name), scope: .base, attributes: state, deadline: deadline)
            #expect(Set(found.entries.flatMap(\.attributeNames)) == Set(expected.map { $0.lowercased() }))
        }
    }

    @Test(
        "names with all that a DN reserves are people like others", arguments: ["odd1", "odd2", "odd3", "zoe", "odd"])
    func oddNames(name: String) async throws {
        let service = try await samba.connect()
        let found = try await service.search(
            base: samba.peopleDN, scope: .subtree, filter: .equal("sAMAccountName", name), attributes: ["cn"],
            deadline: deadline)
        let dn = try #require(found.entries.first?.dn)
        #expect(try await service.modify(dn, [password("Entirely-New-79")], deadline: deadline).code == .success)
    }

    @Test("it answers nothing while frozen, and has the same data after it was killed")
    func outage() async throws {
        #expect(try await replacePassword("dave", "Entirely-New-80").code == .success)
        let connection = try await samba.connect()
        try await samba.freeze()
        await #expect(throws: LDAPError.self) {
            _ = try await connection.search(base: samba.serviceDN, scope: .base, deadline: .now + .milliseconds(200))
        }
        try await samba.thaw()
        try await samba.kill()
        await #expect(throws: LDAPError.self) { _ = try await samba.connect() }
        try await samba.restart()
        #expect(try await bind("dave", "Entirely-New-80").code == .success)
    }

    private func replacePassword(_ name: String, _ new: String) async throws -> LDAPResult {
        try await samba.connect().modify(samba.person(name), [password(new)], deadline: deadline)
    }

    /// A reset: the new password in quotation marks as UTF-16LE (MS-ADTS 3.1.1.3.1.5.1).
    private func password(_ new: String) -> Modification {
        .replace("unicodePwd", .bytes("\"\(new)\"".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    }

    private func bind(_ name: String, _ password: String) async throws -> LDAPResult {
        let connection = try await samba.connect(as: .anonymous)
        return try await connection.bind(samba.credentials(name, password), deadline: deadline)
    }
}
