import ArgumentParser
import Foundation
import GRDB
import SystemdLink
import TestSupport
import Testing

@testable import Ledger
@testable import writebackctl

/// A ledger and a real journal, filled as the agent fills them, and open to be tampered with.
final class RecordedRun {
    let journald: Journald
    /// Where journald keeps its files.
    let journalFolder: String
    let folder = "\(Repository.temporary)/audit-\(UInt32.random(in: 0 ... .max))"
    let sender: JournalSender
    private let database: DatabaseQueue
    private(set) var link = ChainLink.origin

    init() async throws {
        journald = try await Journald()
        let socket = URL(filePath: journald.socket).resolvingSymlinksInPath().path
        journalFolder = String(socket.dropLast("/run/systemd/journal/socket".count)) + "/log/journal"
        sender = try JournalSender(path: journald.socket, timeout: .seconds(5))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        database = try LedgerFile.writer(of: folder + "/ledger.db")
    }

    var ledgerPath: String { folder + "/ledger.db" }

    static func entry(_ outcome: String, agent: String? = "hq") -> JournalEntry {
        var entry = JournalEntry("reset: \(outcome)", priority: .notice)
        entry.append("SYSLOG_IDENTIFIER", "writebackd")
        entry.append("WRITEBACK_OUTCOME", outcome)
        if let agent { entry.append("WRITEBACK_AGENT", agent) }
        return entry
    }

    /// Makes the next record: a row of the ledger, not yet told to the journal.
    @discardableResult
    func record(_ entry: JournalEntry = entry("applied")) throws -> ChainedRecord {
        let body = entry.canonicalBytes()
        let record = ChainedRecord(link: link.next(body), previousHash: link.hash, body: body)
        try sql(
            "INSERT INTO records (sequence, time, hash, body) VALUES (?, 1, ?, ?)",
            [record.link.sequence, Data(record.link.hash), Data(body)])
        link = record.link
        return record
    }

    /// Tells the journal, and notes in the ledger that it took everything up to there.
    func ship(_ record: ChainedRecord, isLate: Bool = false) throws {
        try sender.send(encoded: record.journalEntry(isLate: isLate))
        try noteShipped(record.link.sequence)
    }

    /// Makes and tells a number of records.
    @discardableResult
    func run(_ count: Int) throws -> [ChainedRecord] {
        try (0..<count).map { number in
            let record = try record(Self.entry("applied \(number)"))
            try ship(record)
            return record
        }
    }

    func noteShipped(_ sequence: Int) throws {
        try sql("UPDATE meta SET value = max(value, ?) WHERE name = 'shipped'", [sequence])
    }

    func sql(_ text: String, _ arguments: StatementArguments = []) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: text, arguments: arguments) }
    }

    /// Writes everything to the journal's files and begins new ones.
    func rotate() async throws {
        _ = try await journald.everything()
        let home = String(journalFolder.dropLast("/log/journal".count))
        try await Command.run(
            Repository.root + "/scripts/servers/journald", ["run", home, "--", "journalctl", "--rotate"])
    }

    /// What `writebackctl audit verify` finds, after journald has written everything.
    func verify(_ options: String...) async throws -> AuditFindings {
        _ = try await journald.everything()
        let command = try AuditVerifyCommand.parse(
            (options.contains("--journal-only") ? [] : ["--ledger", ledgerPath])
                + (options.contains("--no-journal") ? [] : ["--journal-directory", journalFolder, "--any-unit"])
                + options)
        return command.findings
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
