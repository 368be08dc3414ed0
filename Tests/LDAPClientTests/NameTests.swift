import LDAPClient
import Testing

@Suite("Distinguished names")
struct NameTests {
    @Test(
        "values are escaped as RFC 4514 asks",
        arguments: [
            ("alice", "cn=alice"), ("Smith, John", "cn=Smith\\, John"), ("#1", "cn=\\#1"), ("a#", "cn=a#"),
            (" a ", "cn=\\ a\\ "), (" ", "cn=\\ "), ("a+b;c<d>e=f\"g\\", "cn=a\\+b\\;c\\<d\\>e\\=f\\\"g\\\\"),
            ("a\0b", "cn=a\\00b"), ("a\r\n", "cn=a\\0d\\0a"), ("Zoë", "cn=Zoë"),
        ])
    func escaping(value: String, expected: String) throws {
        let name = try DistinguishedName.root.appending("cn", value)
        #expect(name.text == expected)
        #expect(try DistinguishedName(expected) == name)
    }

    @Test(
        "the examples of RFC 4514 are read",
        arguments: [
            "UID=jsmith,DC=example,DC=net", "OU=Sales+CN=J.  Smith,DC=example,DC=net",
            "CN=James \\\"Jim\\\" Smith\\, III,DC=example,DC=net", "CN=Before\\0dAfter,DC=example,DC=net",
            "1.3.6.1.4.1.1466.0=#04024869", "CN=Lu\\C4\\8Di\\C4\\87", "",
        ])
    func examples(text: String) throws {
        #expect(try DistinguishedName(text).text == text)
    }

    @Test(
        "what is no name is refused",
        arguments: [
            "alice", "cn", "=x", "cn=a,", ",cn=a", "cn=a,,dc=b", "cn=a;dc=b", "cn=\"a\"", "cn=a\\", "cn=a\\zz",
            "cn=#zz", "cn=#",
            "c n=a", "cn=a\0b", "1=a", "1.=a", "-a=b", "cn=a+", "cn=a<b", "*=a",
        ])
    func refused(text: String) {
        #expect(throws: LDAPError.self) { try DistinguishedName(text) }
    }

    @Test(
        "names that differ in spelling only are equal",
        arguments: [
            ("cn=Alice,dc=Example", "CN=alice, DC=example"), ("cn=a  b", "cn=A b"), ("cn=\\41", "cn=a"),
            ("cn=a+sn=b", "SN=b + CN=a"), ("cn=Zo\\C3\\AB", "cn=zoë"), ("cn=zoe\u{308}", "cn=zo\u{EB}"),
            ("cn=a\\,b", "cn=a\\2cb"),
        ])
    func equal(left: String, right: String) throws {
        #expect(try DistinguishedName(left) == DistinguishedName(right))
        #expect(try DistinguishedName(left).hashValue == DistinguishedName(right).hashValue)
    }

    @Test(
        "names that differ are not equal",
        arguments: [
            ("cn=a", "cn=b"), ("cn=a", "sn=a"), ("cn=a", "cn=a+sn=b"), ("cn=\\FF", "cn=\\FE"), ("cn=\\23a", "cn=#61"),
            ("cn=a,dc=b", "dc=b,cn=a"),
        ])
    func different(left: String, right: String) throws {
        #expect(try DistinguishedName(left) != DistinguishedName(right))
    }

    @Test("below means below in whole components")
    func below() throws {
        let people = try DistinguishedName("ou=people,dc=example,dc=test")
        #expect(try DistinguishedName("uid=a,OU=People, DC=example,DC=test").isEqualOrBelow(people))
        #expect(people.isEqualOrBelow(people) && people.isEqualOrBelow(.root))
        #expect(try !DistinguishedName("uid=a,ou=morepeople,dc=example,dc=test").isEqualOrBelow(people))
        #expect(try !DistinguishedName("uid=a\\,ou=people,dc=example,dc=test").isEqualOrBelow(people))
        #expect(try !DistinguishedName("dc=example,dc=test").isEqualOrBelow(people))
    }

    @Test("a bad attribute or an empty value makes no name")
    func badParts() {
        #expect(throws: LDAPError.self) { try DistinguishedName.root.appending("c=n", "a") }
        #expect(throws: LDAPError.self) { try DistinguishedName.root.appending("cn", "") }
    }
}
