import Foundation
import Requests
import SystemdLink
import Testing

@testable import Ledger

/// Disks that take nothing.
@Suite(.timeLimit(.minutes(3)), .enabled(if: SmallDisk.isPossible))
struct DiskTests {
    private let samples = Samples()
    private let disk: SmallDisk
    private let folder: LedgerFolder
    private let journal: JournalSocket

    init() throws {
        disk = try SmallDisk(megabytes: 40)
        folder = try LedgerFolder(under: disk.path)
        journal = try folder.journal()
    }

    @Test func `with little room no write begins, but one in flight is recorded to its end`() async throws {
        let ledger = try folder.open()
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt())) {
            try disk.fill(leaving: 15 << 20)
            await #expect(throws: Refusal.self) {
                try await samples.carryOut(ledger, id: "r-2", as: .applied(samples.receipt()))
            }
        }
        #expect(reply.status == 200)
        #expect(ledger.failure?.contains("has less than 16 MiB left; make room") == true)
        try disk.free()
        #expect(await comes { ledger.failure == nil })
        ledger.core.claims.release(samples.request("r-2"), nil)
        #expect(try await samples.carryOut(ledger, id: "r-2", as: .applied(samples.receipt())).status == 200)
        ledger.close()
    }

    @Test func `on a full disk the end of a write is unknown, and found when there is room again`() async throws {
        let ledger = try folder.open()
        let reply = try await samples.carryOut(ledger, as: .applied(samples.receipt())) {
            try disk.fill(leaving: 0)
            // What the ledger's files have reserved is used up first.
            #expect(
                await comes {
                    for _ in 0..<500 { ledger.note(.started, String(repeating: "x", count: 3000)) }
                    await ledger.prune()
                    return ledger.failure != nil
                })
        }
        #expect(reply.status == 504)
        #expect(reply.body.contains(#""cause":"not_recorded""#))
        #expect(try await samples.take(ledger, id: "r-2") == .refused(.auditUnavailable(ledger.failure ?? "")))
        try disk.free()
        #expect(await comes { ledger.failure == nil })
        #expect(try await samples.take(ledger) == .reopened(nil))
        ledger.close()
        let unrecorded = journal.all.first { $0.own("OUTCOME") == "applied" }
        #expect(unrecorded?.own("UNRECORDED") == "1")
        #expect(unrecorded?.own("SEQUENCE") == nil)
        guard case .intact(let extent) = try LedgerVerification(path: folder.path).walk({ _ in }) else {
            Issue.record("the chain is broken")
            return
        }
        let recorded = journal.all.compactMap { $0.own("SEQUENCE").flatMap { Int($0) } }
        #expect(recorded == Array(1...extent.last.sequence))
        #expect(journal.all.contains { $0["MESSAGE_ID"] == Event.ledgerFailed.entry.messageID.description })
        #expect(journal.all.contains { $0["MESSAGE_ID"] == Event.ledgerRecovered.entry.messageID.description })
    }

    @Test func `a read-only file system is told as such, until it is none any more`() async throws {
        #expect(disk.setReadOnly(true))
        let ledger = try folder.open()
        #expect(ledger.failure?.contains("Read-only file system") == true)
        #expect(disk.setReadOnly(false))
        #expect(await comes { ledger.failure == nil })
        #expect(try await samples.carryOut(ledger, as: .applied(samples.receipt())).status == 200)
        ledger.close()
        #expect(disk.setReadOnly(true))
        let again = try folder.open()
        #expect(again.failure?.contains("Read-only file system") == true)
    }
}
