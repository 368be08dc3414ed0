import Directories
import Foundation
import LDAPClient
import Requests
import Secrets
import TestSupport
import Testing

/// The agent gives itself a new password, with the rights of the shipped files and no others.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct OwnPasswordTests {
    private let folder = "\(Repository.temporary)/own-password-\(UInt32.random(in: 0 ... .max))"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var deadline: ContinuousClock.Instant { .now + .seconds(60) }

    @Test func `OpenLDAP`() async throws {
        let slapd = try await Slapd()
        try await rotateTwice(try slapd.plain, try slapd.serviceCredentials, below: slapd["PEOPLE_DN"], .openLDAP)
    }

    @Test func `one that SCRAM proves is not changed, because the directory would store it as a hash`() async throws {
        let slapd = try await Slapd(scram: true)
        let password = SharedSecret(try Secret(utf8: slapd["SERVICE_PASSWORD"]))
        let identity = identity(.scram(user: "writeback", password: password))
        let directory = try directory(try slapd.tls(), identity, below: slapd["PEOPLE_DN"], .openLDAP)
        do throws(RotationFailure) {
            _ = try await directory.rotateBindPassword(deadline: deadline)
            Issue.record("it was changed")
        } catch {
            guard case .refused(.bindNotRotatable) = error else { throw TestFailure("\(error)") }
        }
        #expect(directory.bindPasswordVersion == nil)
        #expect(try await DirectoryStage(directory: directory).status("alice").outcome == "answered")
    }

    @Test func `Active Directory`() async throws {
        let samba = try await Samba()
        try await rotateTwice(
            try samba.tls(), try samba.serviceCredentials, below: samba["PEOPLE_DN"], .activeDirectory)
    }

    @Test func `389 Directory Server`() async throws {
        let server = try await DirectoryServer389()
        try await rotateTwice(
            try server.tls(), try server.serviceCredentials, below: server["PEOPLE_DN"], .directoryServer389)
    }

    private func rotateTwice(
        _ server: ConnectionSettings, _ credentials: Credentials, below base: String, _ kind: DirectoryKind
    ) async throws {
        let identity = identity(credentials)
        let directory = try directory(server, identity, below: base, kind)
        for _ in 1...2 {
            do throws(RotationFailure) {
                let report = try await directory.rotateBindPassword(deadline: deadline)
                #expect(report.isSettled)
            } catch {
                throw TestFailure("\(error)")
            }
        }
        // A new start of the agent signs in with what is kept.
        let stage = try DirectoryStage(directory: try self.directory(server, identity, below: base, kind))
        #expect(try await stage.status("alice").outcome == "answered")
    }

    private func identity(_ credentials: Credentials) -> BindIdentity {
        BindIdentity(
            configured: credentials, file: BindPasswordFile(directory: "corp", besideLedger: "\(folder)/ledger.db"))
    }

    private func directory(
        _ server: ConnectionSettings, _ identity: BindIdentity, below base: String, _ kind: DirectoryKind
    ) throws -> Directory {
        try .corp(at: [server], as: try identity.credentials().first, below: base, kind, identity: identity)
    }

    @Test func `one that was changed under another reading of the configuration is followed`() async throws {
        let slapd = try await Slapd()
        let identity = identity(try slapd.serviceCredentials)
        let before = try directory(try slapd.plain, identity, below: slapd["PEOPLE_DN"], .openLDAP)
        let after = try directory(try slapd.plain, identity, below: slapd["PEOPLE_DN"], .openLDAP)
        let version = after.bindPasswordVersion
        // Twice, so that neither the first reading's password nor the credential's is in force.
        for _ in 1...2 { _ = try await before.rotateBindPassword(deadline: deadline) }
        #expect(after.bindPasswordVersion != version)
        after.rereadBindPasswords()
        #expect(try await DirectoryStage(directory: after).status("alice").outcome == "answered")
    }

    @Test func `a password that is set by hand while a change is open is taken from the credential`() async throws {
        let slapd = try await Slapd()
        let proxy = try CuttingProxy(target: try ServerAddress(slapd["LDAP_URL"]).port)
        let cut = ConnectionSettings(address: try ServerAddress("ldap://127.0.0.1:\(proxy.port)"))
        let open = try directory(cut, identity(try slapd.serviceCredentials), below: slapd["PEOPLE_DN"], .openLDAP)
        _ = try await open.rotateBindPassword(deadline: deadline)
        proxy.cut(at: "1.3.6.1.4.1.4203.1.11.1", .duringRequest)
        await #expect(throws: RotationFailure.unknown(.noAnswer)) {
            try await open.rotateBindPassword(deadline: deadline)
        }
        try await slapd.modify(
            "dn: \(slapd["SERVICE_DN"])\nchangetype: modify\nreplace: userPassword\nuserPassword: By-Hand-1234\n")
        let byHand = Credentials.simple(
            try DistinguishedName(slapd["SERVICE_DN"]), SharedSecret(try Secret(utf8: "By-Hand-1234")))
        let restarted = try directory(try slapd.plain, identity(byHand), below: slapd["PEOPLE_DN"], .openLDAP)
        while restarted.hasOpenRotation {
            _ = try await restarted.settleRotation(deadline: deadline)
            try await Task.sleep(for: .milliseconds(200))
        }
        #expect(restarted.bindPasswordVersion == nil)
        #expect(try await DirectoryStage(directory: restarted).status("alice").outcome == "answered")
    }
}
