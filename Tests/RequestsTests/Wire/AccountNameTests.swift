import JSON
import Requests
import Testing

/// Names of accounts and other texts of one line.
struct AccountNameTests {
    @Test(arguments: [
        "a*b(c)d", "a,b", "a+b", "a<b>", "a;b", "a=b", "#a", "a&b|c!d~e", "*", "()", "cn=x,dc=y", "O'Neil",
        "two words", "a  b", "Zoë", "田中", "Ωμέγα", "😀", "e\u{301}", "ﬁ", "alice@example.test", "CORP/alice",
        "a\u{202e}b", "a\u{200b}", "a\u{ad}", "%00", "../../etc/passwd", "${jndi}", "-", ".", "null",
    ])
    func `a name arrives as it was sent, whatever it means elsewhere`(name: String) throws {
        for member in ["id", "name"] {
            let details = try Reading.request(RequestBody.least(.status).with("account", "{\"\(member)\":\"\(name)\"}"))
                .details
            #expect(Array(details.account.text.unicodeScalars) == Array(name.unicodeScalars))
            #expect(details.account == (member == "id" ? .id(name) : .name(name)))
        }
    }

    @Test(arguments: [("a\\\\b", "a\\b"), ("a\\\"b", "a\"b"), ("a\\/b", "a/b"), ("\\\\2a", "\\2a")])
    func `so does one that needs escapes in JSON`(json: String, name: String) throws {
        let body = RequestBody.least(.status).with("account", "{\"name\":\"\(json)\"}")
        #expect(try Reading.request(body).details.account == .name(name))
    }

    @Test(arguments: [
        " alice", "alice ", " ", "  ", "\u{a0}alice", "alice\u{a0}", "alice\u{3000}", "\u{2003}alice", "alice\u{2028}",
        "\u{2029}alice", " \u{301}alice", "alice \u{301}", "\u{1680}a",
    ])
    func `space at an end of a name is refused`(name: String) throws {
        for member in ["id", "name"] {
            let body = RequestBody.least(.status).with("account", "{\"\(member)\":\"\(name)\"}")
            let found = try Reading.malformation(body)
            let problem = Problem.forbiddenCharacter("no space at either end")
            #expect(found == Malformation(field: "account.\(member)", problem: problem))
        }
    }

    @Test(arguments: [
        "\\n", "\\r", "\\t", "\\b", "\\f", "\\u0001", "\\u001b", "\\u007f", "\\u0085", "\u{7f}", "\u{9b}",
    ])
    func `a control character is refused in every text of one line`(control: String) throws {
        let problem = Problem.forbiddenCharacter("no control characters")
        for (member, value, field) in [
            ("account", "{\"name\":\"a\(control)b\"}", "account.name"),
            ("account", "{\"id\":\"\(control)\"}", "account.id"), ("act", "{\"sub\":\"a\(control)\"}", "act.sub"),
            ("client", "\"\(control)b\"", "client"), ("directory", "\"a\(control)b\"", "directory"),
        ] {
            let found = try Reading.malformation(RequestBody.full.with(member, value))
            #expect(found == Malformation(field: field, problem: problem))
        }
    }

    @Test(arguments: [" ", "a b", "é", "a\\n", "\\t", "\\u007f", "a\u{200b}"])
    func `an identifier is visible ASCII`(identifier: String) throws {
        let found = try Reading.malformation(RequestBody.full.with("jti", "\"\(identifier)\""))
        let problem = Problem.forbiddenCharacter("only visible ASCII without spaces")
        #expect(found == Malformation(field: "jti", problem: problem))
    }

    @Test func `every visible ASCII character may be in an identifier`() throws {
        let visible = String(String.UnicodeScalarView((0x21...0x7e).map { Unicode.Scalar($0) }))
        let json = visible.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        #expect(try Reading.request(RequestBody.full.with("jti", "\"\(json)\"")).details.id == visible)
    }

    @Test(arguments: [" ", "a b", "é", "a,b", "a/b", "otp\\n", "a:b"])
    func `a method has no other characters than letters, digits and three signs`(method: String) throws {
        let found = try Reading.malformation(RequestBody.full.with("amr", "[\"ok-1.2_3\",\"\(method)\"]"))
        let problem = Problem.forbiddenCharacter("only a-z A-Z 0-9 . _ -")
        #expect(found == Malformation(field: "amr[1]", problem: problem))
    }
}
