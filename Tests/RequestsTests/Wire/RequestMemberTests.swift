import JSON
import Requests
import Testing

/// Members that are unknown, missing, there twice, or of no use to the operation.
struct RequestMemberTests {
    @Test(arguments: [
        "x", "JTI", "Jti", "jti ", " jti", "sub", "iss", "password", "__proto__", "new_passw\u{f6}rd", "ｊｔｉ",
    ])
    func `an unknown member is refused by its name`(name: String) throws {
        for value in ["1", "null", "\"text\"", "{\"deep\":[[[]]]}", ""] {
            let found = try Reading.malformation(RequestBody.least(.status).adding(name, value))
            #expect(found == Malformation(field: name, problem: .unknownMember))
        }
    }

    @Test(arguments: [("account", "{\"name\":\"a\",\"x\":1}", "account.x"), ("act", "{\"x\":1}", "act.x")])
    func `an unknown member inside another is refused by its path`(name: String, value: String, path: String) throws {
        let found = try Reading.malformation(RequestBody.full.with(name, value))
        #expect(found == Malformation(field: path, problem: .unknownMember))
    }

    @Test(arguments: RequestMember.allCases.filter(\.isClaim))
    func `a claim has no place in an unsigned request`(member: RequestMember) throws {
        for value in ["1", "\"x\""] {
            let found = try Reading.malformation(RequestBody.full.adding(member.rawValue, value))
            #expect(found == Malformation(field: member.rawValue, problem: .unknownMember))
        }
    }

    @Test(arguments: RequestMember.allCases.filter { !$0.isClaim })
    func `a member that occurs twice is refused, with the same value or another`(member: RequestMember) throws {
        let body = RequestBody.full.with("current_password", "\"a\"")
        for value in ["null", "\"other\"", "true", "{\"name\":\"b\"}", ""] {
            let found = try Reading.malformation(body.adding(member.rawValue, value))
            #expect(found == Malformation(field: member.rawValue, problem: .duplicateMember))
        }
    }

    @Test(arguments: RequestMember.allCases.filter { !$0.isClaim })
    func `a member that occurs a second time in escapes is refused`(member: RequestMember) throws {
        let escaped = member.rawValue.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return "\\u00\(digits)"
        }.joined()
        let body = RequestBody.full.with("current_password", "\"a\"")
        let found = try Reading.malformation(body.adding(escaped, "1"))
        #expect(found == Malformation(field: member.rawValue, problem: .duplicateMember))
    }

    @Test(arguments: [
        ("account", #"{"name":"a","name":"a"}"#, "account.name"),
        ("account", #"{"id":"a","i\u0064":"b"}"#, "account.id"),
        ("account", #"{"name":"a","n\u0061me":"b"}"#, "account.name"), ("act", #"{"sub":"a","sub":"b"}"#, "act.sub"),
        ("act", #"{"sub":"a","\u0073ub":"b"}"#, "act.sub"),
    ])
    func `a duplicate inside another member is refused`(name: String, value: String, path: String) throws {
        let found = try Reading.malformation(RequestBody.full.with(name, value))
        #expect(found == Malformation(field: path, problem: .duplicateMember))
    }

    @Test(arguments: Operation.allCases)
    func `a required member that is missing is named`(operation: Operation) throws {
        let required: [Operation: [String]] = [
            .reset: ["new_password"], .change: ["new_password", "current_password"], .unlock: [], .status: [],
        ]
        for member in ["jti", "op", "account"] + required[operation, default: []] {
            let found = try Reading.malformation(RequestBody.least(operation).without(member))
            #expect(found == Malformation(field: member, problem: .missing))
        }
    }

    @Test(arguments: ["{}", #"{"id":"a","name":"b"}"#, #"{"name":"a","id":"b"}"#])
    func `an account has exactly one of id and name`(value: String) throws {
        let found = try Reading.malformation(RequestBody.least(.status).with("account", value))
        #expect(found == Malformation(field: "account", problem: .oneOf(["id", "name"])))
    }

    @Test func `an acting administrator has a subject`() throws {
        let found = try Reading.malformation(RequestBody.full.with("act", "{}"))
        #expect(found == Malformation(field: "act.sub", problem: .missing))
    }

    @Test(arguments: [
        (Operation.change, ["unlock", "must_change", "act"]), (.unlock, ["unlock", "must_change", "act"]),
        (.status, ["unlock", "must_change", "act"]),
    ])
    func `a member of resets only is refused elsewhere`(operation: Operation, members: [String]) throws {
        for member in members {
            let value = member == "act" ? #"{"sub":"root"}"# : "true"
            let found = try Reading.malformation(RequestBody.least(operation).with(member, value))
            #expect(found == Malformation(field: member, problem: .notForOperation(operation.rawValue)))
        }
    }

    @Test(arguments: [
        (Operation.reset, ["current_password"]), (.unlock, ["new_password", "current_password"]),
        (.status, ["new_password", "current_password"]),
    ])
    func `a password that the operation does not need is refused`(operation: Operation, members: [String]) throws {
        for member in members {
            let found = try Reading.malformation(RequestBody.least(operation).with(member, "\"secret\""))
            #expect(found == Malformation(field: member, problem: .notForOperation(operation.rawValue)))
        }
    }

    @Test(arguments: ["RESET", "reset ", "delete", "res\u{200b}et"])
    func `an unknown operation is refused with the known ones`(name: String) throws {
        let found = try Reading.malformation(RequestBody.least(.reset).with("op", "\"\(name)\""))
        #expect(found == Malformation(field: "op", problem: .notOneOf(["reset", "unlock", "change", "status"])))
    }
}
