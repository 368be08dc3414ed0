import SystemdLink
import TestSupport
import Testing

/// What comes out of a real journal.
@Suite(.timeLimit(.minutes(2)))
struct JournalReaderTests {
    private let journal: ReadableJournal
    private let sender: JournalSender

    init() async throws {
        journal = try await ReadableJournal()
        sender = try JournalSender(path: journal.journald.socket, timeout: .seconds(5))
    }

    private func send(_ message: String, color: String = "red", size: String = "small") throws {
        var entry = JournalEntry(message, priority: .notice)
        entry.append("SYSLOG_IDENTIFIER", "writebackd")
        entry.append("COLOR", color)
        entry.append("SIZE", size)
        try sender.send(entry)
    }

    @Test func `entries come oldest first, each with its fields, time and cursor`() async throws {
        for number in 0..<300 { try send("entry \(number)") }
        let entries = try await journal.read([JournalMatch("SYSLOG_IDENTIFIER", "writebackd")])
        #expect(entries.map { $0.text("MESSAGE") } == (0..<300).map { "entry \($0)" })
        #expect(entries.map(\.realtime) == entries.map(\.realtime).sorted())
        #expect(Set(entries.map(\.cursor)).count == 300)
        #expect(entries.allSatisfy { $0.text("COLOR") == "red" && $0.text("_TRANSPORT") == "journal" })
    }

    @Test func `of entries those with all values come, and of one field those with one of its values`() async throws {
        try send("both", color: "red", size: "large")
        try send("one", color: "red", size: "small")
        try send("other", color: "blue", size: "large")
        let both = try await journal.read([JournalMatch("COLOR", "red"), JournalMatch("SIZE", "large")])
        #expect(both.map { $0.text("MESSAGE") } == ["both"])
        let either = try await journal.read([JournalMatch("COLOR", "red"), JournalMatch("COLOR", "blue")])
        #expect(either.map { $0.text("MESSAGE") } == ["both", "one", "other"])
    }

    @Test func `a binary value, an empty one and one of a hundred kilobytes come whole`() async throws {
        let binary: [UInt8] = [0, 255, 10, 61, 0xC3, 0x28]
        let long = [UInt8](repeating: 120, count: 100_000)
        try journal.send([("SYSLOG_IDENTIFIER", Array("raw".utf8)), ("BINARY", binary), ("EMPTY", []), ("LONG", long)])
        let entry = try #require(try await journal.read([JournalMatch("SYSLOG_IDENTIFIER", "raw")]).first)
        #expect(entry.fields.first { $0.name == "BINARY" }?.value == binary)
        #expect(entry.fields.first { $0.name == "EMPTY" }?.value == [])
        #expect(entry.fields.first { $0.name == "LONG" }?.value == long)
        #expect(entry.text("BINARY") == nil)
    }

    @Test func `a name with two values has both, the same pair twice is there once`() async throws {
        let pair = { (name: String, value: String) in (name: name, value: Array(value.utf8)) }
        try journal.send([
            pair("SYSLOG_IDENTIFIER", "raw"), pair("A", "2"), pair("A", "1"), pair("B", "same"), pair("B", "same"),
        ])
        let entry = try #require(try await journal.read([JournalMatch("SYSLOG_IDENTIFIER", "raw")]).first)
        #expect(Set(entry.fields.filter { $0.name == "A" }.map(\.value)) == [Array("1".utf8), Array("2".utf8)])
        #expect(entry.fields.filter { $0.name == "B" }.count == 1)
        #expect(entry.text("A") == nil)
        #expect(entry.text("B") == "same")
    }

    @Test func `what journald added is told from what was sent, which can have no such name`() async throws {
        let text = Array("sshd.service".utf8)
        try journal.send([("SYSLOG_IDENTIFIER", Array("raw".utf8)), ("_SYSTEMD_UNIT", text)])
        let entry = try #require(try await journal.read([JournalMatch("SYSLOG_IDENTIFIER", "raw")]).first)
        #expect(!entry.fields.contains { $0.value == text })
        #expect(entry.fields.filter { !$0.isTrusted }.map(\.name) == ["SYSLOG_IDENTIFIER"])
    }

    @Test func `the newest cursor is that of the last match, and reading begins at the oldest after it`() async throws {
        try send("first")
        try send("second")
        try send("else", color: "blue")
        let entries = try await journal.read([JournalMatch("COLOR", "red")])
        var reader = try JournalReader(.directory(journal.folder), matching: [JournalMatch("COLOR", "red")])
        #expect(try reader.newestCursor() == entries.last?.cursor)
        #expect(try reader.next()?.text("MESSAGE") == "first")
        var none = try JournalReader(.directory(journal.folder), matching: [JournalMatch("COLOR", "green")])
        #expect(try none.newestCursor() == nil)
        #expect(try none.next() == nil)
    }

    @Test func `entries of several files, rotated and live, come in one order`() async throws {
        for number in 0..<3 {
            try send("entry \(number)")
            _ = try await journal.journald.entries()
            try await Self.rotate(journal.folder)
        }
        let entries = try await journal.read([JournalMatch("COLOR", "red")])
        #expect(entries.map { $0.text("MESSAGE") } == ["entry 0", "entry 1", "entry 2"])
    }

    private static func rotate(_ folder: String) async throws {
        let home = String(folder.dropLast("/log/journal".count))
        try await Command.run(
            Repository.root + "/scripts/servers/journald", ["run", home, "--", "journalctl", "--rotate"])
    }
}
