import SystemdLink
import Testing

/// What is made of names and values before they are sent.
struct JournalEntryTests {
    private func sent(_ value: String) -> String? {
        var entry = JournalEntry("x", priority: .debug)
        entry.append("FIELD", value)
        return entry.fields.last?.value
    }

    @Test func `the fields keep their order`() {
        var entry = JournalEntry("x", priority: .warning, messageID: "00000000000000000000000000000001")
        entry.append("SECOND", "b")
        entry.append("FIRST", "a")
        #expect(entry.fields.map(\.name.description) == ["MESSAGE", "PRIORITY", "MESSAGE_ID", "SECOND", "FIRST"])
    }

    @Test(arguments: ["A", "WRITEBACK_2", "A" + String(repeating: "_", count: 63)])
    func `a well-formed name of a field is taken`(name: String) {
        #expect(JournalFieldName(name)?.description == name)
    }

    @Test(arguments: [
        "", "_SYSTEMD_UNIT", "__CURSOR", "9LIVES", "lower", "WITH SPACE", "A=B", "A\nB", "UMLAUT_Ä", "MESSAGE",
        "MESSAGE_ID",
        "PRIORITY", "A" + String(repeating: "B", count: 64),
    ])
    func `a name that journald would drop, or that is its own, is refused`(name: String) {
        #expect(JournalFieldName(name) == nil)
    }

    @Test func `a message id is 32 hexadecimal digits, kept in lower case`() {
        let upper = "5F1D0D3C8AD04B7C9C5A0F4C2E6B9A11"
        #expect(MessageID(upper)?.description == upper.lowercased())
    }

    @Test(arguments: [
        "", "5f1d0d3c-8ad0-4b7c-9c5a-0f4c2e6b9a11", "5f1d0d3c8ad04b7c9c5a0f4c2e6b9a1",
        "5f1d0d3c8ad04b7c9c5a0f4c2e6b9a1g",
        "5f1d0d3c8ad04b7c9c5a0f4c2e6b9a1\n",
    ])
    func `anything else is no message id`(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test func `control characters are made visible, tab and newline kept`() {
        #expect(sent("a\tb\nc") == "a\tb\nc")
        #expect(sent("\r\u{1B}[2Kfaked\u{0}\u{7F}") == "␍␛[2Kfaked␀␡")
        #expect(sent("\u{9B}2K\u{2028}\u{202E}txt.exe\u{2069}") == "\u{FFFD}2K\u{FFFD}\u{FFFD}txt.exe\u{FFFD}")
    }

    @Test func `a carriage return before a newline does not hide with it`() {
        #expect(sent("a\r\nb") == "a␍\nb")
        #expect(JournalEntry("a\r\nb", priority: .debug).fields[0].value == "a␍␊b")
    }

    @Test func `a value of 4000 bytes is kept, a longer one cut within them at a whole character`() {
        let longest = String(repeating: "a", count: 4000)
        #expect(sent(longest) == longest)
        #expect(sent(longest + "a") == String(repeating: "a", count: 3997) + "…")
        #expect(sent(String(repeating: "é", count: 2000))?.utf8.count == 4000)
        #expect(sent(String(repeating: "é", count: 2001)) == String(repeating: "é", count: 1998) + "…")
    }

    @Test func `a value that grows by being cleaned keeps the bound`() {
        #expect(sent(String(repeating: "\u{1}", count: 4000)) == String(repeating: "␁", count: 1332) + "…")
    }

    @Test func `a message full of newlines keeps the bound`() throws {
        let message = JournalEntry(String(repeating: "\n", count: 4000), priority: .debug).fields[0].value
        #expect(message.utf8.count <= JournalField.maximumValueSize)
    }
}
