import JSON
import Requests
import Testing

/// The claims of a signed request, one spoilt at a time.
struct ClaimTests {
    private static let times = ["iat", "exp", "auth_time"]
    private static let names = ["iss", "aud"]
    private static let sealed = ["current_password", "new_password"]

    private func problem(_ name: String, _ value: String, _ operation: Operation = .change) throws -> Problem? {
        let found = try Reading.malformation(signed: RequestBody.signed(operation).with(name, value).text)
        #expect(
            found == nil || found?.field == name || found?.field.hasPrefix("\(name)[") == true || found?.field == "")
        return found?.problem
    }

    @Test(arguments: times)
    func `a time is a whole number that everybody reads alike`(name: String) throws {
        let wrongType = Problem.wrongType(expected: "a whole number")
        for value in [
            "\"1800000000\"", "1e300", "1.5", "1800000000.0", "-1", "null", "true", "[1800000000]", "{}", "1E9",
        ] {
            #expect(try problem(name, value) == wrongType, "\(value)")
        }
        let most = (1 << 53) - 1
        for value in ["9007199254740992", "9223372036854775808", String(repeating: "9", count: 400)] {
            #expect(try problem(name, value) == .outOfRange(0...most), "\(value)")
        }
        for value in ["0", "\(most)"] { #expect(try problem(name, value) == nil) }
        for value in ["01800000000", "+1", "0x6b49d200", "1_800_000_000", ""] {
            #expect(try problem(name, value)?.code == "not_json", "\(value)")
        }
    }

    @Test(arguments: names)
    func `a party is one name in visible ASCII`(name: String) throws {
        let rule = Problem.forbiddenCharacter("only visible ASCII without spaces")
        for value in ["[\"x\"]", "[]", "{}", "1", "null", "true"] {
            #expect(try problem(name, value) == .wrongType(expected: "a string"), "\(value)")
        }
        for value in ["a b", "é", "\u{212a}", "a\\n", "a\\u007f", " "] {
            #expect(try problem(name, "\"\(value)\"") == rule, "\(value)")
        }
        #expect(try problem(name, "\"\"") == .empty)
        #expect(try problem(name, "\"" + String(repeating: "a", count: 256) + "\"") == nil)
        #expect(try problem(name, "\"" + String(repeating: "a", count: 257) + "\"") == .tooLong(limit: 256))
    }

    @Test(arguments: sealed)
    func `a sealed password is a text of visible ASCII`(name: String) throws {
        for value in ["1", "null", "{\"ciphertext\":\"\"}", "[\"a.b.c.d.e\"]"] {
            #expect(try problem(name, value) == .wrongType(expected: "a string"), "\(value)")
        }
        #expect(try problem(name, "\"\"") == .empty)
        #expect(try problem(name, "\"a b\"")?.code == "forbidden_character")
        #expect(try problem(name, "\"" + String(repeating: "a", count: 6144) + "\"") == nil)
        #expect(try problem(name, "\"" + String(repeating: "a", count: 6145) + "\"") == .tooLong(limit: 6144))
    }

    @Test(arguments: RequestMember.allCases)
    func `a claim of sixteen kibibytes is refused for its length or its type`(member: RequestMember) throws {
        let text = String(repeating: "a", count: 16_384)
        let values = ["\"\(text)\"", "[\"\(text)\"]", "{\"name\":\"\(text)\"}", String(repeating: "1", count: 16_384)]
        for value in values + ["[" + Array(repeating: "\"a\"", count: 4000).joined(separator: ",") + "]"] {
            let body = RequestBody.fullSigned.with("op", "\"change\"").with(member.rawValue, value)
            #expect(try Reading.malformation(signed: body.text) != nil)
        }
    }

    @Test(arguments: RequestMember.allCases, ["[", "{\"a\":", "[{\"sub\":["])
    func `ten thousand levels are not gone into`(member: RequestMember, opening: String) throws {
        let value = String(repeating: opening, count: 10_000)
        #expect(try Reading.malformation(signed: RequestBody.fullSigned.with(member.rawValue, value).text) != nil)
        let unknown = try Reading.malformation(signed: RequestBody.fullSigned.adding("x", value).text)
        #expect(unknown == Malformation(field: "x", problem: .unknownMember))
    }

    @Test(arguments: RequestMember.allCases)
    func `a claim that occurs twice is refused, also in escapes`(member: RequestMember) throws {
        let body = RequestBody.fullSigned.with("current_password", "\"a\"")
        let escaped = member.rawValue.utf8.map { "\\u00" + String($0, radix: 16) }.joined()
        for name in [member.rawValue, escaped] {
            for value in ["1800000000", "null", "\"other\""] {
                let found = try Reading.malformation(signed: body.adding(name, value).text)
                #expect(found == Malformation(field: member.rawValue, problem: .duplicateMember))
            }
        }
    }

    @Test(arguments: ["nbf", "sub", "scope", "cnf", "azp", "ISS", "iss ", "Exp", "auth-time", "crit", "typ", "kid"])
    func `an unknown claim is refused by its name`(name: String) throws {
        let found = try Reading.malformation(signed: RequestBody.signed(.status).adding(name, "1").text)
        #expect(found == Malformation(field: name, problem: .unknownMember))
    }

    @Test(arguments: ["iss", "aud", "iat", "exp", "jti", "op", "account"])
    func `a claim that is missing is named`(name: String) throws {
        for operation in Operation.allCases {
            let found = try Reading.malformation(signed: RequestBody.signed(operation).without(name).text)
            #expect(found == Malformation(field: name, problem: .missing))
        }
    }
}
