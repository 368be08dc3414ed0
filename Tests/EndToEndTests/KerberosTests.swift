import Foundation
import TestSupport
import Testing

@Suite("The daemon signed in by a Kerberos key", .serialized, .timeLimit(.minutes(2)))
struct KerberosTests {
    @Test("it writes over a sealed connection, and after the reply no password is left in its memory")
    func sealed() async throws {
        let kdc = try await KDC()
        let slapd = try await Slapd(kdc: kdc)
        var changes = DaemonChanges()
        changes.bind = "bind = \"gssapi\"\nbind_keytab_credential = \"corp-keytab\""
        changes.credentialFiles = ["corp-keytab": kdc["CLIENT_KEYTAB"]]
        changes.server = slapd["LDAP_URL"]
        changes.environment = ["KRB5_CONFIG=\(ProcessInfo.processInfo.environment["KRB5_CONFIG"] ?? "")"]
        let stage = try await Stage(slapd: slapd, changes: changes)
        let secrets = ["Sealed-Trace-Of-Reset-41", "Sealed-Trace-Of-New-41", "Sealed-Trace-Of-Wrong-41"]
        #expect(try stage.reset("alice", to: secrets[0])["outcome"] == "applied")
        #expect(try stage.change("alice", from: secrets[2], to: secrets[1])["code"] == "wrong_current_password")
        #expect(try stage.change("alice", from: secrets[0], to: secrets[1])["outcome"] == "applied")
        let memory = try ProcessMemory(of: stage.daemon.pid)
        #expect(memory.contains("WRITEBACK_CORRELATION_ID"), "the search itself works")
        for secret in secrets { #expect(!memory.contains(secret), "\(secret)") }
    }
}
