import JSON
import Requests
import Testing

/// Texts as long as they may be, and one character longer; characters are Unicode scalar values.
struct RequestLimitTests {
    /// A member with a text in it, how long the text may be, and a character that it may consist of.
    struct Limit: Sendable, CustomTestStringConvertible {
        let member: String
        let field: String
        let most: Int
        let character: String
        var testDescription: String { "\(field) of '\(character)'" }

        func body(_ count: Int, _ base: RequestBody = .full) -> RequestBody {
            let text = "\"" + String(repeating: character, count: count) + "\""
            return switch field {
            case "account.id", "account.name", "act.sub":
                base.with(member, "{\"\(field.split(separator: ".")[1])\":\(text)}")
            case "amr[0]": base.with(member, "[\(text)]")
            default: base.with(member, text)
            }
        }
    }

    private static func limits(_ member: String, _ field: String, _ most: Int, _ more: [String] = []) -> [Limit] {
        (["a"] + more).map { Limit(member: member, field: field, most: most, character: $0) }
    }

    private static let wide = ["é", "€", "😀", "\\u20ac", "\\ud83d\\ude00", "\u{301}"]

    static let all =
        limits("jti", "jti", 128) + limits("directory", "directory", 32, ["é"]) + limits("client", "client", 128, wide)
        + limits("act", "act.sub", 128, wide) + limits("account", "account.id", 256, wide)
        + limits("account", "account.name", 256, wide) + limits("amr", "amr[0]", 32)
        + limits("new_password", "new_password", 256, wide + ["\\n", "\\\"", " "])

    @Test(arguments: all)
    func `a text as long as the limit is taken, one longer is refused`(limit: Limit) throws {
        #expect(try Reading.malformation(limit.body(limit.most)) == nil)
        let found = try Reading.malformation(limit.body(limit.most + 1))
        #expect(found == Malformation(field: limit.field, problem: .tooLong(limit: limit.most)))
    }

    @Test(arguments: all)
    func `an empty text is refused`(limit: Limit) throws {
        #expect(try Reading.malformation(limit.body(0)) == Malformation(field: limit.field, problem: .empty))
    }

    @Test func `the current password has the same limits`() throws {
        for (count, problem) in [(0, Problem.empty), (256, nil), (257, .tooLong(limit: 256))] {
            let text = "\"" + String(repeating: "😀", count: count) + "\""
            let found = try Reading.malformation(RequestBody.least(.change).with("current_password", text))
            #expect(found?.problem == problem)
        }
    }

    @Test func `a person's family of emoji counts as the scalars it is made of`() throws {
        let family = "👩‍👩‍👧‍👦"
        let scalars = family.unicodeScalars.count
        let fitting = RequestBody.least(.reset).with(
            "new_password", "\"" + String(repeating: family, count: 256 / scalars) + "\"")
        let longer = RequestBody.least(.reset).with("new_password", "\"" + String(repeating: family, count: 37) + "\"")
        #expect(try Reading.malformation(fitting) == nil)
        #expect(try Reading.malformation(longer)?.problem == .tooLong(limit: 256))
    }

    @Test func `sixteen methods are taken, seventeen refused`() throws {
        func body(_ count: Int) -> RequestBody {
            .full.with("amr", "[" + Array(repeating: "\"otp\"", count: count).joined(separator: ",") + "]")
        }
        #expect(try Reading.malformation(body(16)) == nil)
        #expect(try Reading.malformation(body(17)) == Malformation(field: "amr", problem: .tooLong(limit: 16)))
        #expect(try Reading.malformation(body(0)) == nil)
    }

    @Test func `a member's name of 65 characters is refused as too long, not as an error of the body`() throws {
        let name = String(repeating: "n", count: 64)
        #expect(
            try Reading.malformation(RequestBody.full.adding(name, "1"))
                == Malformation(field: name, problem: .unknownMember))
        let found = try Reading.malformation(RequestBody.full.adding(name + "n", "1"))
        #expect(found?.description == "'member name' is longer than the limit of 64")
    }

    @Test func `an unknown name is repeated in eighty printable characters at most`() {
        let field = "a\u{1b}[2K\r\n" + String(repeating: "b", count: 100)
        #expect(Malformation(field: field, problem: .missing).field == "a[2K" + String(repeating: "b", count: 76))
    }

    @Test func `the empty name is refused as a name`() throws {
        let found = try Reading.malformation(RequestBody.full.adding("", "1"))
        #expect(found?.description == "'member name' must not be empty")
        let nested = try Reading.malformation(RequestBody.full.with("account", "{\"\":1}"))
        #expect(nested?.description == "'account member name' must not be empty")
    }
}
