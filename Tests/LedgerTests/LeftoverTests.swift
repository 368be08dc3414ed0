import Foundation
import Requests
import Testing

@testable import Ledger

/// Files that a ledger has left beside, or in place of, the one that is opened.
@Suite(.timeLimit(.minutes(2)))
struct LeftoverTests {
    private let samples = Samples()
    private let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
    }

    private func exists(_ ending: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + ending) }

    /// Lets a ledger work for a moment and answers with its log.
    private func log() async throws -> [UInt8] {
        let ledger = try folder.open("other.db")
        try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        defer { ledger.close() }
        return try folder.bytes("other.db-wal")
    }

    private func expectUsable() async throws {
        let ledger = try folder.open()
        #expect(ledger.failure == nil)
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        #expect(reply.status == 200)
        ledger.close()
    }

    @Test func `a stop in good order leaves the one file and the lock`() async throws {
        let ledger = try folder.open()
        try await samples.carryOut(ledger, as: .applied(samples.receipt()))
        _ = try await samples.take(ledger)
        ledger.close()
        let left = ["", "-wal", "-shm", ".lock"].filter(exists)
        #expect(left == ["", ".lock"])
    }

    @Test func `a log without its file is not taken for a new ledger, and it is said what to move`() async throws {
        try folder.write(try await log(), to: "ledger.db-wal")
        let ledger = try folder.open()
        let failure = ledger.failure ?? ""
        #expect(failure.hasPrefix("the ledger \(folder.path) is missing, but its log \(folder.path)-wal is there; "))
        #expect(failure.contains("move \(folder.path)-wal and \(folder.path)-shm away and start again"))
        ledger.close()
        #expect(!exists(""))
    }

    @Test func `a log beside an empty file is not taken for a new ledger`() async throws {
        try folder.write(try await log(), to: "ledger.db-wal")
        try folder.write([], to: "ledger.db")
        let ledger = try folder.open()
        #expect(ledger.failure?.contains("is damaged: only its log has content") == true)
        ledger.close()
    }

    @Test func `an empty log without its file is no damage`() async throws {
        try folder.write([], to: "ledger.db-wal")
        try await expectUsable()
    }

    @Test func `a start that was ended before it had written anything is begun anew`() async throws {
        try folder.write([], to: "ledger.db")
        try folder.write([], to: "ledger.db.lock")
        try await expectUsable()
    }
}
