import Ledger
import ServiceLifecycle

/// Tells the journal, once a second, what it could not be told before; once more at the end.
struct JournalFlusher: Service {
    let ledger: Ledger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(1))
                ledger.flush()
            }
        }
        ledger.flush()
    }
}
