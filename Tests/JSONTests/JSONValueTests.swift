import Foundation
import JSON
import Testing

/// The JSON that replies are made of, read back by another program's reader.
struct JSONValueTests {
    private func readBack(_ value: JSONValue) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(value.text.utf8), options: .fragmentsAllowed)
    }

    @Test func `every scalar of the first plane comes back in a text`() throws {
        for start in stride(from: 0, to: 0x10000, by: 0x100) {
            let scalars = (start..<start + 0x100).compactMap(Unicode.Scalar.init)
            let text = String(String.UnicodeScalarView(scalars))
            let read = try #require(try readBack(.string(text)) as? String)
            #expect(Array(read.unicodeScalars) == scalars)
        }
    }

    @Test(arguments: ["", "\"", "\\", "\\\"", "\\u0041", "/", "\u{7f}", "\u{2028}", "😀", "</script>", "e\u{301}"])
    func `texts with a meaning in JSON come back`(text: String) throws {
        #expect(try readBack(.string(text)) as? String == text)
        #expect(try readBack([text: true]) as? [String: Bool] == [text: true])
    }

    @Test func `no control character is sent as it is`() {
        let controls = String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar(UInt8($0)) } + ["\u{7f}"]))
        #expect(JSONValue.string(controls).text.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
        #expect(JSONValue.string("\u{1}\n").text == #""\u0001\u000a""#)
    }

    @Test(arguments: [0, -1, Int.max, Int.min])
    func `a number is written in full`(number: Int) {
        #expect(JSONValue.integer(number).text == "\(number)")
    }

    @Test func `a document is compact and keeps the order of its members`() {
        let value: JSONValue = ["z": 1, "a": .array(["x", true, .array([]), .object([])]), "m": ["n": false]]
        #expect(value.text == #"{"z":1,"a":["x",true,[],{}],"m":{"n":false}}"#)
    }

    @Test func `members without a value are left out`() {
        #expect(JSONValue.members(["a": nil, "b": 1, "c": nil]).text == #"{"b":1}"#)
        #expect(JSONValue.members(["a": nil]).text == "{}")
    }

    @Test func `values are equal when their text is`() {
        #expect(JSONValue.members(["a": nil, "b": 1]) == ["b": 1])
        #expect(["a": 1, "b": 2] as JSONValue != ["b": 2, "a": 1])
        #expect(JSONValue.string("1") != .integer(1))
    }
}
