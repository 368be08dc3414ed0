import LDAPClient
import Secrets
import TestSupport
import Testing

@Suite("389 Directory Server with the delivered rights", .serialized)
struct DirectoryServer389Tests {
    private let server: DirectoryServer389
    private let deadline = ContinuousClock.Instant.now + .seconds(60)

    init() async throws {
        server = try await DirectoryServer389()
    }

    @Test("ldaps is verified, and the service signs in by password and by certificate")
    func identity() async throws {
        for credentials in [try server.serviceCredentials, .external] {
            let connection = try await server.connect(server.certified, as: credentials)
            #expect(try await connection.whoAmI(deadline: deadline) == "dn: \(server["SERVICE_DN"])")
        }
        let stranger = try server.tls(caFile: server["OTHER_CA_FILE"])
        let error = await #expect(throws: LDAPError.self) { _ = try await server.connect(stranger) }
        guard case .tls = error else { throw TestFailure("\(String(describing: error))") }
    }

    @Test("the service resets by both operations, whatever characters the name has")
    func reset() async throws {
        let service = try await server.connect()
        let new = SharedSecret(try Secret(utf8: "Frisches-Wort-78"))
        for uid in ["alice", "Zoë", "odd", "#1, \"all\"+<x>;\\="] {
            let found = try await service.search(
                base: server.peopleDN, scope: .subtree, filter: .equal("uid", uid), deadline: deadline)
            let dn = try #require(found.entries.first?.dn)
            let first = try await service.modifyPassword(
                of: dn, to: Secret(utf8: "Frisches-Wort-77"), deadline: deadline)
            #expect(first.code == .success)
            let second = try await service.modify(dn, [.replace("userPassword", .secret(new))], deadline: deadline)
            #expect(second.code == .success)
            let user = try await server.connect(as: .anonymous)
            #expect(try await user.bind(.simple(dn, new), deadline: deadline).code == .success)
        }
    }

    @Test("what the service has no right to write it may not write")
    func protected() async throws {
        for (uid, unit) in [("oscar", "hidden"), ("olivia", "outside"), ("mallory", "people")] {
            let dn = try server.baseDN.appending("ou", unit).appending("uid", uid)
            let result = try await server.connect().modifyPassword(
                of: dn, to: Secret(utf8: "Frisches-Wort-77"), deadline: deadline)
            #expect(result.code == .insufficientAccessRights, "\(uid)")
        }
    }

    @Test("three wrong passwords lock, for a time or for ever; replacing the attributes with nothing unlocks")
    func lockAndUnlock() async throws {
        let attributes = ["accountUnlockTime", "passwordRetryCount", "retryCountResetTime"]
        let changes = attributes.map { Modification.replace($0) }
        for uid in ["bob", "heidi"] {
            try await server.lock(uid)
            let locked = try await server.bind(uid)
            #expect(locked.code == .constraintViolation)
            #expect(locked.passwordPolicy?.error == .accountLocked)
            let unlocked = try await server.connect().modify(server.person(uid), changes, deadline: deadline)
            #expect(unlocked.code == .success)
            #expect(try await server.bind(uid).code == .success)
        }
    }

    @Test("the service's own wrong passwords do not lock it out")
    func serviceLockout() async throws {
        let connection = try await server.connect(as: .anonymous)
        let wrong = Credentials.simple(try server.serviceDN, SharedSecret(try Secret(utf8: "wrong")))
        for _ in 1...5 { #expect(try await connection.bind(wrong, deadline: deadline).code == .invalidCredentials) }
        #expect(try await connection.bind(server.serviceCredentials, deadline: deadline).code == .success)
    }

    @Test("the service reads the policy of everybody")
    func globalPolicy() async throws {
        let policy = try await server.connect().entry(
            DistinguishedName("cn=config"), attributes: ["*", "passwordHistory"], deadline: deadline)
        #expect(policy?.text("passwordMinLength") == "10")
        #expect(policy?.text("passwordHistory") == "on")
        #expect(policy?.text("passwordMaxFailure") == "3")
        #expect(policy?.text("nsslapd-pwpolicy-local") == "on")
        #expect(policy?.text("nsslapd-rootpw") == nil)
        #expect(policy?.text("nsslapd-localuser") == nil)
    }

    @Test("the service reads the policy of a user and of a branch")
    func localPolicy() async throws {
        let service = try await server.connect()
        let erin = try server.person("erin")
        let sybil = try server.peopleDN.appending("ou", "strict").appending("uid", "sybil")
        for (dn, attribute, value) in [(erin, "passwordMinLength", "16"), (sybil, "passwordMinCategories", "4")] {
            let account = try await service.entry(dn, attributes: ["pwdPolicySubentry"], deadline: deadline)
            let name = try #require(account?.text("pwdPolicySubentry"))
            let policy = try await service.entry(DistinguishedName(name), deadline: deadline)
            #expect(policy?.text(attribute) == value)
        }
    }
}
