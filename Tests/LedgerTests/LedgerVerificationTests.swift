import Foundation
import GRDB
import Requests
import Testing

@testable import Ledger

/// Checking a ledger's chain from outside.
@Suite(.timeLimit(.minutes(3)))
struct LedgerVerificationTests {
    private struct Enough: Error {}

    private let samples = Samples()
    private let folder: LedgerFolder
    private let ledger: Ledger

    init() async throws {
        folder = try LedgerFolder()
        ledger = try folder.open()
        for number in 1...5 { try await samples.carryOut(ledger, id: "r-\(number)", as: .applied(samples.receipt())) }
    }

    /// What is found after somebody who can write to the file has changed it.
    private func verdict(after sql: String) throws -> ChainVerdict {
        ledger.close()
        try DatabaseQueue(path: folder.path).write { try $0.execute(sql: sql) }
        return try LedgerVerification(path: folder.path).walk { _ in }
    }

    @Test func `a ledger in use can be checked, up to its last record`() async throws {
        var sequences: [Int] = []
        let verdict = try LedgerVerification(path: folder.path).walk { row in
            #expect(row.link == ChainLink(sequence: row.link.sequence - 1, hash: row.previousHash).next(row.body))
            sequences.append(row.link.sequence)
        }
        #expect(sequences == Array(1...10))
        guard case .intact(let extent) = verdict else {
            Issue.record("broken")
            return
        }
        #expect((extent.base, extent.last.sequence) == (.origin, 10))
        #expect(try await samples.carryOut(ledger, id: "r-6", as: .applied(samples.receipt())).status == 200)
    }

    @Test(arguments: [
        ("DELETE FROM records WHERE sequence = 4", 4, ChainFault.missing),
        ("DELETE FROM records WHERE sequence < 3", 1, .missing),
        ("UPDATE records SET body = CAST(body || x'0a' AS BLOB) WHERE sequence = 6", 6, .altered),
        ("UPDATE records SET hash = zeroblob(32) WHERE sequence = 6", 6, .altered),
        ("DELETE FROM records WHERE sequence = 10", 10, .outcomeMissing(.init(issuer: "peer:portal", id: "r-5"))),
        ("DELETE FROM answers WHERE record = 4", 4, .outcomeMissing(.init(issuer: "peer:portal", id: "r-2"))),
        ("UPDATE meta SET value = 1 WHERE name = 'base_sequence'", 2, .baseMismatch),
        ("UPDATE meta SET value = x'00' WHERE name = 'base_hash'", 1, .unreadable("its beginning is not noted")),
    ])
    func `whatever somebody changes is found`(sql: String, sequence: Int, fault: ChainFault) throws {
        let found = try verdict(after: sql)
        #expect(found == .broken(ChainBreak(sequence: sequence, fault: fault)))
    }

    @Test func `a record cannot be altered with all that follow it without another end`() throws {
        guard case .intact(let before) = try LedgerVerification(path: folder.path).walk({ _ in }) else { return }
        ledger.close()
        let queue = try DatabaseQueue(path: folder.path)
        try queue.write { database in
            var link = ChainLink.origin
            for row in try Row.fetchAll(database, sql: "SELECT body FROM records ORDER BY sequence") {
                let body = try #require(row.bytes(0)) + Array("X=1\n".utf8)
                link = link.next(body)
                try database.execute(
                    sql: "UPDATE records SET body = ?, hash = ? WHERE sequence = ?",
                    arguments: [body.column, link.hash.column, link.sequence])
            }
        }
        // The chain alone holds again; what the journal carries does not fit it.
        guard case .intact(let after) = try LedgerVerification(path: folder.path).walk({ _ in }) else { return }
        #expect(after.last.sequence == before.last.sequence)
        #expect(after.last.hash != before.last.hash)
    }

    @Test func `whoever looks on can end the walk`() throws {
        var count = 0
        #expect(throws: Enough.self) {
            _ = try LedgerVerification(path: folder.path).walk { row throws(Enough) in
                count += 1
                if row.link.sequence == 3 { throw Enough() }
            }
        }
        #expect(count == 3)
    }

    @Test func `what is not there, and what is no ledger, is told as that`() throws {
        let missing = folder.folder + "/none.db"
        #expect(throws: LedgerError.missing(path: missing)) { _ = try LedgerVerification(path: missing) }
        try folder.write(Array("hello".utf8), to: "text.db")
        #expect(throws: LedgerError.self) { _ = try LedgerVerification(path: folder.folder + "/text.db") }
        try DatabaseQueue(path: folder.folder + "/other.db").write { try $0.execute(sql: "CREATE TABLE a (b)") }
        #expect(throws: LedgerError.foreign(path: folder.folder + "/other.db")) {
            _ = try LedgerVerification(path: folder.folder + "/other.db")
        }
    }

    @Test func `the last hash of a chain can be calculated by anybody`() {
        // SHA-256 of 32 zero bytes, the number 1 in 8 bytes and "A=b\n", by sha256sum(1).
        let link = ChainLink.origin.next(Array("A=b\n".utf8))
        #expect(link.hexadecimal == "537dd0e1d1517db3e2a2361422e135efa2785c40d6948827bffedb62b2f3c4ad")
    }
}
