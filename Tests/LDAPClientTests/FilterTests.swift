import LDAPClient
import Testing

@Suite("Filters")
struct FilterTests {
    @Test(
        "values are escaped as RFC 4515 asks",
        arguments: [
            ("alice", "(uid=alice)"), ("*", "(uid=\\2a)"), ("a)(uid=*", "(uid=a\\29\\28uid=\\2a)"),
            ("C:\\x", "(uid=C:\\5cx)"),
            ("a\0", "(uid=a\\00)"), ("Lučić", "(uid=Lu\\c4\\8di\\c4\\87)"), (" a ", "(uid=\\20a\\20)"), ("", "(uid=)"),
        ])
    func escaping(value: String, expected: String) throws {
        #expect(try Filter.equal("uid", value).text == expected)
    }

    @Test("bytes need not be text")
    func bytes() throws {
        #expect(try Filter.equal("objectGUID", [0x00, 0xFF, 0x61]).text == "(objectGUID=\\00\\ffa)")
    }

    @Test("filters combine")
    func combine() throws {
        let user = try Filter.equal("objectClass", "person")
        let locked = try Filter.present("pwdAccountLockedTime")
        #expect(Filter.and([user, .not(locked)]).text == "(&(objectClass=person)(!(pwdAccountLockedTime=*)))")
        #expect(Filter.or([user, .any]).text == "(|(objectClass=person)(objectClass=*))")
    }

    @Test(
        "an attribute cannot smuggle a filter in",
        arguments: ["", "uid=*)(x", "u id", "uid;", "*", "ü", "1.2.", "(a", "a\0"])
    func attribute(name: String) {
        #expect(throws: LDAPError.self) { try Filter.equal(name, "a") }
        #expect(throws: LDAPError.self) { try Filter.present(name) }
    }

    @Test(
        "attribute descriptions may be OIDs and have options",
        arguments: ["uid", "2.5.4.3", "userCertificate;binary", "x-a-1;lang-de"])
    func goodAttribute(name: String) throws {
        #expect(try Filter.present(name).text == "(\(name)=*)")
    }
}
