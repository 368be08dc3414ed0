import Foundation
import Requests
import SystemdLink
import Testing

@testable import Ledger

/// Ledgers that are not what they were.
@Suite(.timeLimit(.minutes(5)))
struct DamageTests {
    private let samples = Samples()
    private let folder: LedgerFolder
    private let whole: [UInt8]
    private let rows: [LedgerRow]

    init() async throws {
        folder = try LedgerFolder()
        let ledger = try folder.open()
        for number in 1...12 {
            try await samples.carryOut(ledger, id: "r-\(number)", as: .applied(samples.receipt()))
        }
        ledger.close()
        whole = try folder.bytes()
        rows = try Self.rows(folder.path)
        #expect(rows.count == 24)
    }

    private static func rows(_ path: String) throws -> [LedgerRow] {
        var rows: [LedgerRow] = []
        _ = try LedgerVerification(path: path).walk { rows.append($0) }
        return rows
    }

    /// Opens what is left; it must be refused with the way out, or be all there.
    private func expectNoSilence(_ bytes: [UInt8], _ what: String) async throws {
        for ending in ["-wal", "-shm", ".lock"] { unlink(folder.folder + "/spoilt.db" + ending) }
        try folder.write(bytes, to: "spoilt.db")
        let ledger = try folder.open("spoilt.db")
        if let failure = ledger.failure {
            let path = folder.folder + "/spoilt.db"
            #expect(failure.contains(" \(path) "), "\(what)")
            #expect(
                failure.contains("move the file away together with \(path)-wal and \(path)-shm"), "\(what): \(failure)")
            await #expect(throws: Refusal.auditUnavailable(failure)) {
                _ = try await ledger.open(try samples.permitted(.reset), story: try samples.story(.reset))
            }
        } else {
            #expect(try Self.rows(folder.folder + "/spoilt.db") == rows, "\(what)")
        }
        ledger.close()
    }

    @Test func `a file that was cut anywhere is never taken for a whole one`() async throws {
        for size in Array(stride(from: 1021, to: whole.count, by: 1021)) + [1, 99, 100, 4096, whole.count - 1] {
            try await expectNoSilence(Array(whole[..<size]), "cut at \(size)")
        }
    }

    @Test func `a file with a flipped bit is refused, or nothing of its records has changed`() async throws {
        for offset in Array(0..<100) + Array(stride(from: 100, to: whole.count, by: 307)) {
            var bytes = whole
            bytes[offset] ^= 1 << UInt8(offset % 8)
            try await expectNoSilence(bytes, "flipped at \(offset)")
        }
    }

    @Test func `every bit of a record counts`() async throws {
        let body = rows[10].body
        let start = try #require(whole.firstRange(of: body)).lowerBound
        for offset in stride(from: 0, to: body.count, by: 41) {
            var bytes = whole
            bytes[start + offset] ^= 2
            try folder.write(bytes, to: "altered.db")
            let verdict = try LedgerVerification(path: folder.folder + "/altered.db").walk { _ in }
            #expect(verdict == .broken(ChainBreak(sequence: 11, fault: .altered)))
            let ledger = try folder.open("altered.db")
            #expect(ledger.failure?.contains("record 11") == true)
            #expect(ledger.failure?.contains("writebackctl audit verify") == true)
            ledger.close()
        }
    }

    @Test func `a file of zeros, of text and of another program are refused`() async throws {
        try await expectNoSilence([UInt8](repeating: 0, count: 8192), "zeros")
        try await expectNoSilence(Array(String(repeating: "not a ledger\n", count: 900).utf8), "text")
        var foreign = whole
        foreign[68] ^= 1
        try await expectNoSilence(foreign, "application id")
    }

    @Test func `a ledger of a newer version is left alone`() async throws {
        var newer = whole
        newer[63] = 9
        try folder.write(newer, to: "newer.db")
        let ledger = try folder.open("newer.db")
        #expect(ledger.failure?.contains("the format 9 of a newer writebackd") == true)
        ledger.close()
        #expect(try folder.bytes("newer.db") == newer)
    }

    @Test func `requests go on to be refused in words, and the journal is told`() async throws {
        try folder.write(Array(whole[..<5000]), to: "cut.db")
        let journal = try folder.journal()
        let ledger = try folder.open("cut.db")
        guard case .refused(.auditUnavailable(let reason)) = try await samples.take(ledger) else {
            Issue.record("not refused")
            return
        }
        _ = await ledger.refuse(.auditUnavailable(reason), story: try samples.story(.reset))
        let entries = await journal.next(2)
        #expect(entries.first?["MESSAGE_ID"] == Event.ledgerFailed.entry.messageID.description)
        #expect(entries.last?.own("CODE") == "audit_unavailable")
        #expect(entries.allSatisfy { $0.own("SEQUENCE") == nil && $0.own("UNRECORDED") == "1" })
    }
}
