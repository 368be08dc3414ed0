import LDAPClient
import Testing

@Suite("Server addresses")
struct ServerAddressTests {
    @Test(
        "URLs are read, with default ports",
        arguments: [
            ("ldap://ldap.example.test", "ldap://ldap.example.test:389"), ("LDAPS://a/", "ldaps://a:636"),
            ("ldap://127.0.0.1:1389", "ldap://127.0.0.1:1389"), ("ldaps://[::1]", "ldaps://[::1]:636"),
            ("ldap://[2001:db8::1]:65535/", "ldap://[2001:db8::1]:65535"),
            ("ldapi://%2Frun%2Fslapd%2fldapi", "ldapi://%2Frun%2Fslapd%2Fldapi"),
        ])
    func good(url: String, expected: String) throws {
        #expect(try ServerAddress(url).description.lowercased() == expected.lowercased())
    }

    @Test("the parts are told apart")
    func parts() throws {
        let secure = try ServerAddress("ldaps://[::1]:1636")
        #expect(secure.scheme == .ldaps && secure.host == "::1" && secure.port == 1636 && secure.path.isEmpty)
        let local = try ServerAddress("ldapi://%2Frun%2Fldapi")
        #expect(local.scheme == .ldapi && local.path == "/run/ldapi" && local.host.isEmpty)
    }

    @Test(
        "what is no address of a server is refused",
        arguments: [
            "", "ldap.example.test", "ldap:", "ldap://", "ldap:///", "http://a", "ldap://a:0", "ldap://a:65536",
            "ldap://a:", "ldap://a:x",
            "ldap://a:+1", "ldap://a:٣", "ldap://a/dc=b", "ldap://a?x", "ldap://a b", "ldap://u@a", "ldap://[::1",
            "ldap://::1", "ldap://[1.2.3.4]",
            "ldap://[::1]x", "ldap://a//", "ldapi://", "ldapi:///run/ldapi", "ldapi://run", "ldapi://%2Frun%0",
            "ldapi://%2Fa%00b", "ldap://ä",
            "ldapi://%2F" + String(repeating: "a", count: 107),
        ])
    func bad(url: String) {
        #expect(throws: LDAPError.self) { try ServerAddress(url) }
    }
}
