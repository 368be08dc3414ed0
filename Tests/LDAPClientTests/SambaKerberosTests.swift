import Glibc
import LDAPClient
import TestSupport
import Testing

// libkrb5 finds a domain by the environment, which only a process of its own can choose as late as this.
@Suite("Kerberos with Active Directory's server", .serialized)
struct SambaKerberosTests {
    @Test("a sealed connection without TLS sets a password; inside TLS the server says what it wants instead")
    func sealed() async throws {
        await #expect(processExitsWith: .success) {
            let samba = try await Samba()
            setenv("KRB5_CONFIG", samba["KRB5_CONFIG"], 1)
            let service = Credentials.gssapi(Keytab(path: samba["SERVICE_KEYTAB"]))
            let plain = ConnectionSettings(address: try ServerAddress(samba["LDAP_URL"]))
            let deadline = ContinuousClock.now + .seconds(30)
            let connection = try await LDAPConnection.open(plain, credentials: service, deadline: deadline)
            // In quotation marks as UTF-16LE (MS-ADTS 3.1.1.3.1.5.1).
            let password = "\"Entirely-New-81\"".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let result = try await connection.modify(
                samba.person("alice"), [.replace("unicodePwd", .bytes(password))], deadline: deadline)
            #expect(result.code == .success)
            let tls = ConnectionSettings(address: try ServerAddress(samba["LDAPS_URL"]), caFile: samba.caFile)
            let refusal = await ldapError {
                _ = try await LDAPConnection.open(tls, credentials: service, deadline: deadline)
            }
            #expect(refusal?.code == .strongerAuthRequired)
        }
    }
}
