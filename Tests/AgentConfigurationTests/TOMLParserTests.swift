import Testing

@testable import AgentConfiguration

@Suite struct TOMLParserTests {
    /// The values of a text by their dotted keys, as Swift would write them.
    private func values(_ toml: String) throws -> [String: String] {
        var values: [String: String] = [:]
        for (key, node) in try TOMLParser.parse(toml).entries { describe(node.value, as: key, in: &values) }
        return values
    }

    private func describe(_ value: TOMLValue, as path: String, in values: inout [String: String]) {
        switch value {
        case .text(let text): values[path] = text.debugDescription
        case .integer(let number): values[path] = "\(number)"
        case .flag(let flag): values[path] = "\(flag)"
        case .other(let kind): values[path] = kind
        case .list(let nodes):
            values[path] = "\(nodes.count)"
            for (index, node) in nodes.enumerated() { describe(node.value, as: "\(path)[\(index)]", in: &values) }
        case .table(let table):
            for (key, node) in table.entries { describe(node.value, as: "\(path).\(key)", in: &values) }
        }
    }

    @Test func `keys come bare, quoted and dotted, in tables and in braces`() throws {
        let toml = #"""
            top = 1 # a comment
            "quoted key".'literal "key"' = 2
            site . name = 3
            1234 = 4
            "" = 5
            [ a . "b" ]
            x = { y = 1, z.q = [ 1, [2], ], w = {} }
            [a]
            c = true
            [a.b.d]
            """#
        #expect(
            try values(toml) == [
                "top": "1", "quoted key.literal \"key\"": "2", "site.name": "3", "1234": "4", "": "5", "a.b.x.y": "1",
                "a.b.x.z.q": "2", "a.b.x.z.q[0]": "1", "a.b.x.z.q[1]": "1", "a.b.x.z.q[1][0]": "2", "a.c": "true",
            ])
    }

    @Test(arguments: [
        (#""""#, ""), (#"''"#, ""), (#""a\tb\n\"\\""#, "a\tb\n\"\\"), (#""\u00e9\U0001F600""#, "\u{e9}\u{1F600}"),
        (#"'C:\no\escape'"#, #"C:\no\escape"#), ("\"\"\"\na\nb\"\"\"", "a\nb"), ("\"\"\"a\r\nb\"\"\"", "a\nb"),
        ("\"\"\"a\\  \n\n   b\"\"\"", "ab"), ("'''\n'a' ''b'''''", "'a' ''b''"), ("\"\"\"\"\"\"", ""),
        ("\"\"\"\"a\"\"\"\"\"", "\"a\"\""), ("\"# [no] = comment\"", "# [no] = comment"),
        ("\"\u{301}x\"", "\u{301}x"),
    ])
    func `a text is read in all four ways of writing it`(_ toml: String, _ text: String) throws {
        #expect(try values("x = \(toml) # comment\ny = 1") == ["x": text.debugDescription, "y": "1"])
    }

    @Test(arguments: [
        ("0", "0"), ("-17", "-17"), ("+99", "99"), ("1_000", "1000"), ("0xDEAD_beef", "3735928559"), ("0o755", "493"),
        ("0b1101", "13"), ("9223372036854775807", "9223372036854775807"), ("-0", "0"), ("true", "true"),
        ("false", "false"), ("1.5", "a floating-point number"), ("-6.02e+23", "a floating-point number"),
        ("+inf", "a floating-point number"), ("nan", "a floating-point number"), ("1979-05-27", "a date or time"),
        ("1979-05-27T07:32:00.999-07:00", "a date or time"), ("07:32:00", "a date or time"),
    ])
    func `numbers, switches and what no key takes are told apart`(_ toml: String, _ value: String) throws {
        #expect(try values("x = \(toml)") == ["x": value])
    }

    @Test func `each value knows its line, whatever stands before it`() throws {
        let lines = [
            "a = \"\"\"", "b = 1", "\"\"\" # c = 2", "d = [", "  1, # e", "", "  2", "]", "f = '\\'", "g = 3",
        ]
        for end in ["\n", "\r\n"] {
            let entries = try TOMLParser.parse(lines.joined(separator: end)).entries
            #expect(entries.mapValues(\.line) == ["a": 1, "d": 4, "f": 9, "g": 10])
            let elements: [TOMLNode]? = if case .list(let nodes)? = entries["d"]?.value { nodes } else { nil }
            #expect(elements?.map(\.line) == [5, 7])
        }
    }

    @Test func `a byte order mark at the start is passed over`() throws {
        #expect(try values("\u{FEFF}[a]\nx = 1") == ["a.x": "1"])
    }
}
