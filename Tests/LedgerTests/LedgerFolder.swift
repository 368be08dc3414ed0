import Foundation
import Requests
import Synchronization
import SystemdLink
import TestSupport

@testable import Ledger

/// A folder of its own for one ledger and its journal.
final class LedgerFolder: Sendable {
    let folder: String
    let journalPath = JournalSocket.freePath()
    private let journals = Mutex<[JournalSocket]>([])

    init(under parent: String = NSTemporaryDirectory()) throws {
        folder = parent + "/writebackd-ledger-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        for journal in journals.withLock({ $0 }) { journal.end() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    var path: String { folder + "/ledger.db" }

    func sender(timeout: Duration = .seconds(10)) throws -> JournalSender {
        try JournalSender(path: journalPath, timeout: timeout)
    }

    func journal() throws -> JournalSocket {
        let journal = try JournalSocket(path: journalPath)
        journals.withLock { $0.append(journal) }
        return journal
    }

    func open(
        _ name: String = "ledger.db", retention: Duration = .zero, clock: TestClock? = nil,
        timeout: Duration = .seconds(10)
    ) throws -> Ledger {
        let settings = LedgerSettings(
            path: folder + "/" + name, retention: retention, now: { clock?.now ?? .now })
        // A child that another test is just starting holds the lock of a closed ledger until it has become its program.
        for _ in 1..<50 {
            let ledger = try open(settings, timeout)
            guard ledger.failure?.hasPrefix("another agent") == true else { return ledger }
            ledger.close()
            usleep(10_000)
        }
        return try open(settings, timeout)
    }

    private func open(_ settings: LedgerSettings, _ timeout: Duration) throws -> Ledger {
        Ledger.open(settings, sender: try sender(timeout: timeout), agent: "agent-1", contact: "help@example.test")
    }

    /// What a machine that lost its power now would have on its disk.
    func crashed(as name: String = "crashed.db") throws -> String {
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
            try FileManager.default.copyItem(atPath: path + ending, toPath: folder + "/" + name + ending)
        }
        return name
    }

    func bytes(_ name: String = "ledger.db") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
}

/// Waits until `condition` holds; answers whether it came to hold within a minute.
func comes(_ condition: () async -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while !(await condition()) {
        guard .now < end else { return false }
        try? await Task.sleep(for: .milliseconds(2))
    }
    return true
}
