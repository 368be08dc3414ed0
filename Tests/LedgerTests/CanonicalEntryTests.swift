import SystemdLink
import Testing

/// The form of an entry that hashes are taken of.
struct CanonicalEntryTests {
    @Test func `fields are in the order of their names, whatever order they came in`() {
        var entry = JournalEntry("hello", priority: .notice)
        entry.append("WRITEBACK_B", "2")
        entry.append("WRITEBACK_A", "1")
        entry.append("WRITEBACK_A1", "3")
        entry.append("CODE", "x=y")
        let text = "CODE=x=y\nMESSAGE=hello\nPRIORITY=5\nWRITEBACK_A=1\nWRITEBACK_A1=3\nWRITEBACK_B=2\n"
        #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self) == text)
    }

    @Test func `a value with a newline has its length before it`() {
        var entry = JournalEntry("m", priority: .error)
        entry.append("TEXT", "a\nb")
        let text = "MESSAGE=m\nPRIORITY=3\nTEXT\n\u{3}\0\0\0\0\0\0\0a\nb\n"
        #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self) == text)
    }

    @Test func `fields of one name are in the order of their values, each once, as the journal keeps them`() {
        var entry = JournalEntry("m", priority: .error)
        for value in ["b", "a", "c", "a"] { entry.append("TEXT", value) }
        #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self).hasSuffix("TEXT=a\nTEXT=b\nTEXT=c\n"))
    }
}
