import SystemdLink
import Testing

/// What reaches a real journald, and in which shape.
@Suite(.timeLimit(.minutes(2)))
struct JournalSenderTests {
    private static let id: MessageID = "5f1d0d3c8ad04b7c9c5a0f4c2e6b9a11"
    private let journal: PrivateJournal
    private let sender: JournalSender

    init() throws {
        journal = try PrivateJournal()
        sender = try JournalSender(path: journal.socket, timeout: .seconds(5))
    }

    private func roundTrip(_ entry: JournalEntry) throws -> [String: Any] {
        try sender.send(entry)
        return try #require(try journal.entries(matching: "MESSAGE_ID=\(Self.id)").first)
    }

    private func entry(_ message: String) -> JournalEntry {
        JournalEntry(message, priority: .notice, messageID: Self.id)
    }

    @Test func `an entry arrives with message, priority, id and fields`() throws {
        var entry = entry("password of alice reset")
        entry.append("WRITEBACK_OPERATION", "reset")
        let stored = try roundTrip(entry)
        #expect(stored["MESSAGE"] as? String == "password of alice reset")
        #expect(stored["PRIORITY"] as? String == "5")
        #expect(stored["WRITEBACK_OPERATION"] as? String == "reset")
    }

    @Test func `text in any script arrives unchanged`() throws {
        let text = "Zoë, 田中, Ωμέγα, 👩‍💻, e\u{301}, tab\there"
        var entry = entry(text)
        entry.append("WRITEBACK_ACCOUNT", text)
        let stored = try roundTrip(entry)
        #expect(stored["MESSAGE"] as? String == text)
        #expect(stored["WRITEBACK_ACCOUNT"] as? String == text)
    }

    @Test func `a value of several lines arrives as one value`() throws {
        let lines = "first\nsecond\n\nfourth\n"
        var entry = entry("lines")
        entry.append("WRITEBACK_DETAIL", lines)
        entry.append("WRITEBACK_AFTER", "still there")
        let stored = try roundTrip(entry)
        #expect(stored["WRITEBACK_DETAIL"] as? String == lines)
        #expect(stored["WRITEBACK_AFTER"] as? String == "still there")
    }

    @Test func `a value cannot bring fields of its own`() throws {
        let forged = "mallory\nPRIORITY=0\nMESSAGE=all is well\n_SYSTEMD_UNIT=other.service\nADDED=1"
        var entry = entry("reset of " + forged)
        entry.append("WRITEBACK_ACCOUNT", forged)
        let stored = try roundTrip(entry)
        #expect(stored["WRITEBACK_ACCOUNT"] as? String == forged)
        #expect(stored["PRIORITY"] as? String == "5")
        #expect((stored["MESSAGE"] as? String)?.hasPrefix("reset of mallory␊PRIORITY=0␊") == true)
        #expect(stored["ADDED"] == nil)
        #expect(try journal.entries(matching: "ADDED=1").isEmpty)
    }

    @Test func `an empty value and a repeated name are kept`() throws {
        var entry = entry("repeated")
        entry.append("WRITEBACK_EMPTY", "")
        entry.append("WRITEBACK_METHOD", "sms")
        entry.append("WRITEBACK_METHOD", "otp")
        let stored = try roundTrip(entry)
        #expect(stored["WRITEBACK_EMPTY"] as? String == "")
        #expect((stored["WRITEBACK_METHOD"] as? [String]).map(Set.init) == ["sms", "otp"])
    }

    @Test func `an entry of a mebibyte, too large for a datagram, arrives whole`() throws {
        var entry = entry("large")
        let value = { (number: Int) in "\(number) " + String(repeating: "x", count: 3900) }
        for number in 0..<270 {
            entry.append(try #require(JournalFieldName("PART_\(number)")), value(number))
        }
        let stored = try roundTrip(entry)
        #expect((0..<270).allSatisfy { stored["PART_\($0)"] as? String == value($0) })
    }

    @Test func `entries of many threads all arrive, each whole`() async throws {
        await withTaskGroup { [sender] group in
            for writer in 0..<8 {
                group.addTask { Self.sendSeries(of: 250, writer: writer, with: sender) }
            }
        }
        let stored = try journal.entries(matching: "MESSAGE_ID=\(Self.id)")
        let pairs = stored.map { "\($0["WRITER"] ?? "")/\($0["NUMBER"] ?? "")" }
        #expect(pairs.count == 2000)
        #expect(Set(pairs).count == 2000)
    }

    private static func sendSeries(of count: Int, writer: Int, with sender: JournalSender) {
        for number in 0..<count {
            var entry = JournalEntry("\(writer) wrote \(number)", priority: .notice, messageID: id)
            entry.append("WRITER", "\(writer)")
            entry.append("NUMBER", "\(number)")
            #expect(throws: Never.self) { try sender.send(entry) }
        }
    }
}
