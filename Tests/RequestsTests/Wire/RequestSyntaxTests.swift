import JSON
import Requests
import Testing

/// Bodies that are no JSON, or not the JSON of a request.
struct RequestSyntaxTests {
    @Test(arguments: Operation.allCases.map { RequestBody.least($0).text } + [RequestBody.full.text])
    func `a body cut at any byte is refused`(text: String) throws {
        let bytes = Array(text.utf8)
        for count in bytes.indices {
            #expect(try Reading.malformation(Array(bytes[..<count])) != nil, "cut after \(count) bytes")
        }
        #expect(try Reading.malformation(bytes) == nil)
    }

    @Test(arguments: ["}", "{}", "x", ",", "\u{0}", "\"", "\n null", "\u{feff}", "/* */"])
    func `anything after the body is refused`(tail: String) throws {
        let text = RequestBody.full.text
        let found = try Reading.malformation(text + tail)
        #expect(found?.field == "")
        #expect(found?.problem.code == "not_json")
    }

    @Test(arguments: [
        "", " ", "\n", "hello", "\u{feff}{}", "{", "}", "{,}", "{]", "{\"jti\"}", "{\"jti\" \"r\"}", "{\"jti\":}",
        "{\"jti\":\"r\",}", "{jti:\"r\"}", "{'jti':'r'}", "{\"jti\":'r'}", "{\"jti\":\"r\" \"op\":\"status\"}",
        "{\"jti\":\"r\"]", "{\"jti\":\"a\nb\"}", "{\"jti\":\"a\tb\"}", "{\"jti\":\"\\x\"}", "{\"jti\":\"\\u12g4\"}",
        "{\"jti\":\"\\u 123\"}", "{\"jti\":\"\\u+123\"}", "{\"jti\":\"\\u\u{ff11}234\"}", "{\"captcha\":trues}",
        "{\"captcha\":True}", "{\"captcha\":yes}", "{\"amr\":[\"a\",]}", "{\"amr\":[,]}", "{\"amr\":[\"a\" \"b\"]}",
        "{\"amr\":[\"a\"}", "{\"account\":{\"id\":\"a\"]}", "\u{b}{}", "\u{a0}{}", "{// comment\n}",
    ])
    func `what is no JSON is refused as such`(text: String) throws {
        let found = try Reading.malformation(text)
        #expect(found?.problem.code == "not_json", "\(String(describing: found))")
        #expect(found?.field == "")
    }

    @Test func `the place where reading stopped is told`() throws {
        let found = try Reading.malformation(#"{"jti":"r";"op":"status"}"#)
        #expect(found?.problem == .notJSON(offset: 10))
        #expect(found?.description == "the JSON text is not valid JSON (at byte 10)")
    }

    @Test(arguments: ["[]", "\"text\"", "1", "-1", "null", "true", "false", "[{\"jti\":\"r\"}]"])
    func `JSON that is no object is told apart from no JSON`(text: String) throws {
        #expect(try Reading.malformation(text) == Malformation(field: "", problem: .wrongType(expected: "an object")))
    }

    @Test(arguments: [
        "[", "{\"jti\":", "{\"amr\":[", "{\"account\":{\"name\":", "{\"account\":", "{\"x\":", "{\"act\":",
    ])
    func `deep nesting is refused at its first level`(opening: String) throws {
        for brackets in ["[", "{\"jti\":", "{\"account\":"] {
            let found = try Reading.malformation(
                opening + String(repeating: brackets, count: 10_000 / brackets.utf8.count))
            #expect(found != nil)
        }
    }

    @Test func `an empty object lacks its first member`() throws {
        #expect(try Reading.malformation("{}") == Malformation(field: "op", problem: .missing))
    }
}
