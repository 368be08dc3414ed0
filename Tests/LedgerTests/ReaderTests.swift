import Foundation
import GRDB
import Synchronization
import Testing

@testable import Ledger

/// Looking things up while others do.
@Suite(.timeLimit(.minutes(3)))
struct ReaderTests {
    private let samples = Samples()
    private let ledger: Ledger
    private let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.open()
    }

    /// Answers whether `look` comes to an end while somebody else keeps `reader` busy.
    private func ends(
        while reader: LedgerReader?, _ look: @escaping @Sendable () async -> Void
    ) async throws -> Bool {
        let reader = try #require(reader)
        let (busy, done, hasEnded) = (Latch(), Latch(), Ended())
        Thread.detachNewThread {
            reader.queue.unsafeRead { _ in
                busy.open()
                done.wait()
            }
        }
        busy.wait()
        let task = Task {
            await look()
            hasEnded.value.withLock { $0 = true }
        }
        let ended = await comes { hasEnded.value.withLock { $0 } }
        done.open()
        await task.value
        return ended
    }

    private final class Ended: Sendable {
        let value = Mutex(false)
    }

    @Test func `nobody who sends a request waits for one who reads many records`() async throws {
        let (ledger, samples) = (ledger, samples)
        #expect(
            try await ends(while: ledger.core.readers?.upkeep) {
                _ = try? await samples.take(ledger)
                _ = try? await ledger.reply(to: samples.request("r-2"))
            })
    }

    @Test func `who looks for the ends of writes waits for no request`() async throws {
        let ledger = ledger
        #expect(try await ends(while: ledger.core.readers?.requests) { _ = await ledger.unsettled() })
    }
}
