import Testing

@testable import AgentConfiguration

@Suite struct TOMLFaultTests {
    private func firstFault(of toml: String) -> TOMLFault? {
        do {
            _ = try TOMLParser.parse(toml)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("[agent", 7, "expected ']' after the name of the table"), ("[ = ", 3, "expected a key"),
        ("[]", 2, "expected a key"), ("[[a]]", 2, "lists of tables"), ("= 1", 1, "expected a key"),
        ("a", 2, "expected '=' after the key"), ("a = ", 5, "expected a value"), ("a.b.=1", 5, "expected a key"),
        ("name = unquoted", 8, "expected a value: a text in quotes"), ("a = \"x", 5, "the text has no end"),
        ("a = \"x\ny\"", 5, "the text has no end on its line"), ("a = '''x", 5, "the text has no end"),
        ("\u{e9}\u{301} = 1", 1, "expected a key"), ("\"\u{e9}\u{1F600}\" 1", 6, "expected '='"),
        ("a = 1 b = 2", 7, "expected the end of the line"), ("a = [1,", 8, "expected a value"),
        ("a = [1,}", 8, "expected a value"), ("a = [,]", 6, "expected a value"), ("a = [1 2]", 8, "expected ','"),
        ("a = {b = 1,}", 12, "expected a key"), ("a = {b = 1", 11, "expected '}'"), ("a = ]", 5, "expected a value"),
        ("\"\"\"a\"\"\" = 1", 1, "a key cannot go over several lines"), ("\u{FEFF}\u{FEFF}", 1, "expected a key"),
        ("a = 01", 5, "expected a value"), ("a = 1__0", 5, "expected a value"), ("a = 0x", 5, "expected a value"),
        ("a = 99999999999999999999", 5, "expected a value"), ("a = 1.2.3", 5, "expected a value"),
        ("a = +", 5, "expected a value"), ("a = _1", 5, "expected a value"), ("a = TRUE", 5, "expected a value"),
        ("a = \"\\x\"", 7, "no such escape"), ("a = \"\\u12\"", 8, "expected 4 hexadecimal digits"),
        ("a = \"\\ud800\"", 8, "expected 4"), ("a = \"\\u0000\"", 8, "expected 4"),
        ("a = \"\u{0}\"", 6, "a control character is not allowed in a text"), ("# \u{7f}", 3, "a control character"),
        ("a = 1\r", 6, "expected the end of the line"), ("a = 1 # c\rb = 2", 10, "a control character"),
        ("\u{b}a = 1", 1, "expected a key"), ("a\u{a0}= 1", 2, "expected '='"),
    ])
    func `what is not TOML is told with its column and what was expected`(
        _ toml: String, _ column: Int, _ message: String
    ) throws {
        let fault = try #require(firstFault(of: toml))
        #expect(fault.line == 1)
        #expect(fault.column == column, "\(fault)")
        #expect(fault.message.hasPrefix(message), "\(fault)")
    }

    @Test(arguments: [
        "a = 1\na = 2", "a = 1\n\"a\" = 2", "[a]\n[a]", "a = 1\n[a]", "[a.b]\nx = 1\n[a.b]", "a.b = 1\n[a]",
        "[a.b]\n[a]\nb.c = 1", "a = {}\n[a.b]", "a = {b = 1}\na.c = 2", "a = [1]\n[a.b]", "a.b = 1\na.b.c = 2",
        "[a]\nb.c = 1\n[a.b]", "a = {b = 1, b = 2}",
    ])
    func `nothing is given twice or added to later`(_ toml: String) throws {
        let message = try #require(firstFault(of: toml)?.message)
        #expect(message.hasSuffix("is given twice") || message.hasSuffix("cannot be added to"))
    }

    @Test func `nesting is bounded in every way that it can go deep`() {
        let dotted = Array(repeating: "a", count: 100_000).joined(separator: ".")
        for toml in ["[\(dotted)]", "\(dotted) = 1"] {
            #expect(firstFault(of: toml)?.message == "the key is nested too deeply")
        }
        for opening in ["[", "{a = "] {
            let toml = "a = " + String(repeating: opening, count: 100_000)
            #expect(firstFault(of: toml)?.message == "the value is nested too deeply")
        }
        #expect(firstFault(of: "a = " + String(repeating: "[", count: 16) + String(repeating: "]", count: 16)) == nil)
    }
}
