import Foundation
import GRDB
import Requests
import SystemdLink
import Testing

@testable import Ledger

/// That what was recorded is on disk.
@Suite(.timeLimit(.minutes(3)))
struct DurabilityTests {
    private let samples = Samples()
    private let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
    }

    private func bodies(_ path: String) throws -> [String] {
        var bodies: [String] = []
        _ = try LedgerVerification(path: path).walk { bodies.append(String(decoding: $0.body, as: UTF8.self)) }
        return bodies
    }

    @Test func `an intent is in the file before the write may begin, an outcome before the answer`() async throws {
        let ledger = try folder.open()
        try await samples.carryOut(ledger, as: .applied(samples.receipt())) {
            let begun = try bodies(folder.folder + "/" + folder.crashed(as: "before.db"))
            #expect(begun.count(where: { $0.contains("reset of 'alice' begins") }) == 1)
        }
        let settled = try bodies(folder.folder + "/" + folder.crashed(as: "after.db"))
        #expect(settled.count(where: { $0.contains("WRITEBACK_OUTCOME=applied") }) == 1)
    }

    @Test func `each commit is synced, and not only each checkpoint`() throws {
        let queue = try LedgerFile.writer(of: folder.path)
        let found = try queue.writeWithoutTransaction { database in
            try ["journal_mode", "synchronous"].map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        #expect(found == ["wal", "2"])
    }

    @Test func `those who come together go to disk together`() async throws {
        let core = LedgerCore(settings: LedgerSettings(path: folder.path, retention: .zero))
        let store = LedgerStore(path: folder.path, run: core.run)
        try store.connect(now: 1)
        let body = Submission.event(.started, "up").body
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask { try? await core.record(Submission(kind: .other, body: body, change: nil)) }
            }
            // All of them wait before anybody writes.
            #expect(await comes { core.submissions.count == 100 })
            core.submissions.close()
            LedgerWriter(core: core, store: store).run()
        }
        #expect(store.commits == 1)
        #expect(store.head.sequence == 100)
        store.close(shipped: 0)
    }

    @Test func `the file is for the agent alone`() async throws {
        let ledger = try folder.open()
        for ending in ["", "-wal", "-shm", ".lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + ending)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(ending)")
        }
        ledger.close()
    }

    @Test func `nothing that was confirmed is lost when the agent is killed in the middle of its work`() async throws {
        let path: String = folder.path
        let confirmed: String = path + ".confirmed"
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, confirmed = confirmed as String] in
            let samples = Samples()
            let sender = try JournalSender(path: "/nowhere", timeout: .milliseconds(1))
            let ledger = Ledger.open(
                LedgerSettings(path: path, retention: .zero), sender: sender, agent: "agent-1")
            let log = open(confirmed, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            await withTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for number in 0..<1000 {
                            if task == 3, number == 60 { kill(getpid(), SIGKILL) }
                            let id = "\(task)-\(number)"
                            let reply = try? await samples.carryOut(ledger, id: id, as: .applied(samples.receipt()))
                            guard let reply else { continue }
                            let line = Array("\(task)-\(number) \(reply.status)\n".utf8)
                            _ = write(log, line, line.count)
                        }
                    }
                }
            }
        }
        let lines = try String(contentsOfFile: confirmed, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 100)
        let ledger = try folder.open()
        #expect(ledger.failure == nil)
        for line in lines {
            let id = String(line.split(separator: " ")[0])
            #expect(try await ledger.reply(to: samples.request(id))?.status == 200, "\(id)")
        }
        #expect(await ledger.unsettled().count <= 8)
        guard case .intact = try LedgerVerification(path: path).walk({ _ in }) else {
            Issue.record("the chain is broken")
            return
        }
    }
}
