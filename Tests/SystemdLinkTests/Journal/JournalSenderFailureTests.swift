import Foundation
import SystemdLink
import Testing

/// What the sender says when journald is not well.
@Suite(.timeLimit(.minutes(2)))
struct JournalSenderFailureTests {
    private let entry = JournalEntry("lost?", priority: .error, messageID: "2b7e9c1a3d5f4e60a1b2c3d4e5f60718")

    @Test func `no journald is told`() throws {
        let path = NSTemporaryDirectory() + "/nobody-\(UUID().uuidString)"
        let sender = try JournalSender(path: path)
        #expect(throws: JournalError.missing(path: path)) { try sender.send(entry) }
    }

    @Test func `a dead journald is told`() throws {
        let journal = try PrivateJournal()
        let sender = try JournalSender(path: journal.socket)
        journal.die()
        #expect(throws: JournalError.dead(path: journal.socket)) { while true { try sender.send(entry) } }
    }

    @Test func `a hung journald is told after the timeout, and entries arrive again when it goes on`() throws {
        let journal = try PrivateJournal()
        let sender = try JournalSender(path: journal.socket, timeout: .milliseconds(50))
        journal.hang()
        var queued = 0
        #expect(throws: JournalError.hung(path: journal.socket, timeout: .milliseconds(50))) {
            while true {
                try sender.send(entry)
                queued += 1
            }
        }
        journal.goOn()
        let patient = try JournalSender(path: journal.socket, timeout: .seconds(5))
        try patient.send(entry)
        #expect(try journal.entries(matching: "MESSAGE=lost?").count == queued + 1)
    }

    @Test func `a timeout of zero does not wait for ever`() throws {
        let journal = try PrivateJournal()
        let sender = try JournalSender(path: journal.socket, timeout: .zero)
        journal.hang()
        #expect(throws: JournalError.hung(path: journal.socket, timeout: .milliseconds(1))) {
            while true { try sender.send(entry) }
        }
    }

    @Test func `a journald that was restarted is found again by the same sender`() throws {
        let journal = try PrivateJournal()
        let sender = try JournalSender(path: journal.socket)
        try sender.send(JournalEntry("before", priority: .notice))
        #expect(try journal.entries(matching: "MESSAGE=before").count == 1)
        journal.die()
        #expect(throws: JournalError.dead(path: journal.socket)) { while true { try sender.send(entry) } }
        try journal.restart()
        try sender.send(JournalEntry("after", priority: .notice))
        #expect(try journal.entries(matching: "MESSAGE=before").count == 1)
        #expect(try journal.entries(matching: "MESSAGE=after").count == 1)
    }

    @Test(arguments: ["", "/tmp/" + String(repeating: "x", count: 103), "/tmp/zero\u{0}byte"])
    func `a path that fits no socket address is refused at once`(path: String) {
        #expect(throws: JournalError.invalidPath(path)) { _ = try JournalSender(path: path) }
    }

    @Test func `the errors say what is wrong`() {
        #expect(JournalError.dead(path: "/p").description == "journald is dead: nobody reads /p")
        #expect(JournalError.hung(path: "/p", timeout: .seconds(1)).description.contains("1.0 seconds"))
        #expect(JournalError.system(call: "socket", code: 24).description == "socket failed: Too many open files")
    }
}
