import JSON
import Requests
import Testing

/// Bytes that are not well-formed UTF-8, halves of surrogate pairs, and NUL.
struct RequestUnicodeTests {
    /// Unicode 15 table 3-7, everything that is not in it.
    private static let broken: [[UInt8]] = [
        [0x80], [0xbf], [0xc0, 0xaf], [0xc1, 0xbf], [0xc0, 0x80], [0xe0, 0x80, 0xaf], [0xe0, 0x9f, 0xbf],
        [0xf0, 0x80, 0x80, 0xaf], [0xf0, 0x8f, 0xbf, 0xbf], [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf],
        [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xfe], [0xff],
        [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80], [0xc3], [0xe2, 0x82], [0xe2],
        [0xf0, 0x9f, 0x98], [0xf0, 0x9f], [0xf0], [0xc3, 0xc3, 0xa9], [0xe2, 0x82, 0x41], [0xc3, 0x28],
    ]

    private static let textMembers = ["jti", "op", "directory", "client", "new_password"]

    @Test(arguments: broken)
    func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) throws {
        for member in Self.textMembers {
            for (before, after) in [("", ""), ("a", "b"), ("é", "é")] {
                let whole = Array(before.utf8) + bytes + Array(after.utf8)
                let found = try Reading.malformation(of: member, holding: whole)
                #expect(found == Malformation(field: member, problem: .invalidUnicode))
            }
        }
    }

    @Test(arguments: broken)
    func `so are such bytes in a member's name`(bytes: [UInt8]) throws {
        let found = try Reading.malformation(Array("{\"".utf8) + bytes + Array("\":1}".utf8))
        #expect(found == Malformation(field: "member name", problem: .invalidUnicode))
    }

    @Test(arguments: broken)
    func `so are such bytes at the end of a cut body`(bytes: [UInt8]) throws {
        #expect(try Reading.malformation(Array("{\"jti\":\"".utf8) + bytes) != nil)
    }

    @Test(arguments: [
        "\\ud83d", "\\udbff", "\\ud83dx", "\\ud83d\\n", "\\ud83d\\u0041", "\\ud83d\\ud83d\\ude00", "\\ude00", "\\udfff",
        "\\ude00\\ud83d", "x\\uD800", "\\ud83d\\\\ude00", "\\ud83d😀",
    ])
    func `half a surrogate pair is refused`(escapes: String) throws {
        for member in Self.textMembers {
            let found = try Reading.malformation(of: member, holding: Array(escapes.utf8))
            #expect(found == Malformation(field: member, problem: .invalidUnicode))
        }
    }

    @Test(arguments: [[0x00], Array("\\u0000".utf8)] as [[UInt8]], ["", "a"])
    func `NUL is refused, raw and escaped`(bytes: [UInt8], before: String) throws {
        for member in Self.textMembers {
            for after in ["", "b"] {
                let whole = Array(before.utf8) + bytes + Array(after.utf8)
                let found = try Reading.malformation(of: member, holding: whole)
                #expect(found == Malformation(field: member, problem: .holdsNUL))
            }
        }
    }

    @Test(arguments: ["\u{0}", "\\u0000"])
    func `NUL is refused inside another member and in a name`(nul: String) throws {
        for (member, value, field) in [
            ("account", "{\"name\":\"a\(nul)b\"}", "account.name"), ("account", "{\"id\":\"\(nul)\"}", "account.id"),
            ("act", "{\"sub\":\"\(nul)\"}", "act.sub"), ("amr", "[\"\(nul)\"]", "amr[0]"),
        ] {
            let found = try Reading.malformation(RequestBody.full.with(member, value))
            #expect(found == Malformation(field: field, problem: .holdsNUL))
        }
        let found = try Reading.malformation(RequestBody.full.adding("jt\(nul)i", "1"))
        #expect(found == Malformation(field: "member name", problem: .holdsNUL))
    }

    @Test func `NUL outside of a text is no JSON`() throws {
        #expect(try Reading.malformation("{\u{0}}")?.problem.code == "not_json")
    }
}
