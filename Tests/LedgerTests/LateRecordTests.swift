import Ledger
import Requests
import SystemdLink
import Testing

/// What happens to records while no journal takes them.
@Suite(.timeLimit(.minutes(2)))
struct LateRecordTests {
    private let samples = Samples()
    private let path = JournalSocket.freePath()
    private let ledger: Ledger

    init() throws {
        ledger = Ledger(sender: try JournalSender(path: path, timeout: .seconds(10)), agent: "agent-1")
    }

    /// Flushes, as the agent does once a second, until the journal has been told something.
    private func firstAfterFlushing(_ journal: JournalSocket) -> Datagram? {
        for _ in 0..<600 {
            ledger.flush()
            if let entry = journal.next(patience: 100) { return entry }
        }
        return nil
    }

    private func refuse(_ id: String) throws {
        _ = ledger.refuse(.accountNotFound, story: try samples.story(.reset, id: id))
    }

    @Test func `without a journal no write may begin`() throws {
        #expect(ledger.failure == nil)
        let story = try samples.story(.reset)
        #expect(throws: Refusal.auditUnavailable("no journald: \(path) does not exist")) {
            _ = try ledger.open(try samples.permitted(.reset), story: story)
        }
        #expect(ledger.failure == "no journald: \(path) does not exist")
    }

    @Test func `a journal that died lets no write begin either`() throws {
        var journal: JournalSocket? = try JournalSocket(path: path)
        let story = try samples.story(.unlock)
        let intent = try ledger.open(try samples.permitted(.unlock), story: story)
        #expect(journal?.next()?["MESSAGE"] == "unlock of 'alice' begins")
        _ = ledger.settle(intent, as: .refused(.noPermission(.clearLock)), story: story)
        journal = nil
        #expect(throws: Refusal.self) { _ = try ledger.open(try samples.permitted(.unlock), story: story) }
        #expect(ledger.failure?.hasPrefix("no journald") == true)
    }

    @Test func `what was decided meanwhile is told late, in order, and marked so`() throws {
        for number in 1...5 { try refuse("r-\(number)") }
        ledger.note(.reloaded, "a note")
        let journal = try JournalSocket(path: path)
        let recovered = firstAfterFlushing(journal)
        #expect(recovered?.own("LATE_ENTRIES") == "6")
        #expect(recovered?.own("LOST_REFUSALS") == "0")
        #expect(recovered?.own("LATE") == nil)
        let late = journal.all()
        #expect(late.map { $0.own("REQUEST_ID") } == ["r-1", "r-2", "r-3", "r-4", "r-5", nil])
        #expect(late.allSatisfy { $0.own("LATE") == "1" })
        #expect(late.last?["MESSAGE"] == "a note")
        #expect(ledger.failure == nil)
        try refuse("r-6")
        let fresh = journal.all()
        #expect(fresh.map { $0.own("REQUEST_ID") } == ["r-6"])
        #expect(fresh.first?.own("LATE") == nil)
    }

    @Test func `a late entry is told once`() throws {
        try refuse("r-1")
        let journal = try JournalSocket(path: path)
        _ = firstAfterFlushing(journal)
        for _ in 0..<5 { ledger.flush() }
        #expect(journal.all().map { $0.own("REQUEST_ID") } == ["r-1"])
    }

    @Test func `the next write is what tells them, if no flush has, and comes after them`() throws {
        try refuse("r-1")
        let journal = try JournalSocket(path: path)
        let story = try samples.story(.reset, id: "r-2")
        while ledger.failure != nil {
            _ = try? ledger.open(try samples.permitted(.reset, id: "r-2"), story: story)
        }
        let entries = journal.all()
        #expect(entries.map { $0.own("REQUEST_ID") } == [nil, "r-1", "r-2"])
        #expect(entries.map { $0.own("LATE") } == [nil, "1", nil])
    }

    @Test func `a write that could not begin is not told as begun later`() throws {
        let story = try samples.story(.reset)
        #expect(throws: Refusal.self) { _ = try ledger.open(try samples.permitted(.reset), story: story) }
        _ = ledger.refuse(.auditUnavailable("x"), story: story)
        let journal = try JournalSocket(path: path)
        _ = firstAfterFlushing(journal)
        #expect(journal.all().map { $0.own("CODE") } == ["audit_unavailable"])
    }

    @Test(arguments: [
        Settlement.refused(.passwordInHistory(depth: 5)), .unknown(.noAnswer), .applied(Samples().receipt()),
    ])
    func `a write that ends while the journal is away is answered, and told late`(settlement: Settlement) throws {
        var journal: JournalSocket? = try JournalSocket(path: path)
        let story = try samples.story(.reset)
        let intent = try ledger.open(try samples.permitted(.reset), story: story)
        #expect(journal?.next() != nil)
        journal = nil
        let body = ledger.settle(intent, as: settlement, story: story).reply.body
        #expect(body.contains(story.correlation))
        let back = try JournalSocket(path: path)
        _ = firstAfterFlushing(back)
        let late = back.all()
        #expect(late.count == 1)
        #expect(late.first?.own("CORRELATION_ID") == story.correlation)
        #expect(late.first?.own("LATE") == "1")
    }

    @Test func `after a failure nothing is tried for a while`() throws {
        // Whether the while is still going on when the second attempt ends is known only afterwards.
        for _ in 0..<100 {
            let fresh = JournalSocket.freePath()
            let ledger = Ledger(sender: try JournalSender(path: fresh), agent: "agent-1")
            let begun = ContinuousClock.now
            _ = ledger.refuse(.accountNotFound, story: samples.begun())
            let journal = try JournalSocket(path: fresh)
            _ = ledger.refuse(.accountNotFound, story: samples.begun())
            guard begun.duration(to: .now) < .seconds(1) else { continue }
            #expect(journal.all().isEmpty)
            #expect(ledger.failure == "no journald: \(fresh) does not exist")
            return
        }
        Issue.record("no two attempts came within a second")
    }
}
