import Foundation
import JSON
import Testing

/// Values that are passed over: they must be JSON all the same.
struct IgnoringTests {
    private func read(_ text: String, characters: Int = 64) -> Result<Void, JSONError> {
        Reading.result(text) { (reader) throws(JSONError) in try reader.ignore(at: "x", characters: characters) }
    }

    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "1.5", "-0.25", "1e5", "1E+5", "1e-5", "0.0e00", "1e300",
        "\"\"", "\"text\"", "\"\\u00e9\\n\"", "[]", "[ ]", "{}", "[1,\"\",[],{}]", "{\"a\":{\"b\":[null,1.5]}}",
        " [ 1 , 2 ] ", "{\"a\":\"\",\"b\":\"\"}",
    ])
    func `any value of JSON is passed over`(text: String) throws {
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        #expect(throws: Never.self) { try read(text).get() }
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "nnn", "n", "e", "-", "+", "+1", "--1", "1-1", "01", "-01", "1.", ".5", "1..2", "1e",
        "1e+",
        "1e+-1", "1.e5", "0x1", "1 2", "NaN", "tru", "True", "[1,]", "[,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}",
        "[",
        "{", "]", "\"", "\"\\x\"", "\"a\nb\"", "'a'", "undefined", "nullx", "u", "l",
    ])
    func `what is no JSON is not`(text: String) {
        #expect(read(text).problem != nil)
    }

    @Test func `a member that occurs twice is refused inside, too`() {
        #expect(read(#"{"a":1,"a":1}"#).problem == .duplicateMember)
        #expect(read(#"[{"a":{"b":1,"\u0062":2}}]"#).problem == .duplicateMember)
    }

    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func `eight levels are passed over, more are not`(open: String, close: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        #expect(throws: Never.self) { try read(nested(7)).get() }
        #expect(read(nested(8)).problem == .tooLong(limit: 8))
        #expect(read(nested(10_000)).problem == .tooLong(limit: 8))
        #expect(read(String(repeating: open, count: 10_000)).problem == .tooLong(limit: 8))
    }

    @Test func `a text is bounded`() {
        #expect(throws: Never.self) { try read("\"" + String(repeating: "é", count: 64) + "\"").get() }
        #expect(read("\"" + String(repeating: "é", count: 65) + "\"").problem == .tooLong(limit: 64))
        #expect(read("[[\"" + String(repeating: "a", count: 65) + "\"]]").problem == .tooLong(limit: 64))
    }

    @Test func `what comes after it is read as if nothing had been there`() throws {
        let text = #"{"a":[1,{"b":null}],"n":7,"c":"","d":-1.5e3}"#
        let read = Reading.result(text) { (reader) throws(JSONError) in
            var found: Int?
            try reader.object(at: "") { (reader, name) throws(JSONError) in
                guard name == "n" else { return try reader.ignore(at: name, characters: 8) }
                found = try reader.wholeNumber(at: name)
            }
            return found
        }
        #expect(read.value == 7)
    }
}
