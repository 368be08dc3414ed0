import Directories
import Ledger
import Requests
import ServiceLifecycle
import SystemdLink
import Writeback

/// Asks each directory every few seconds whether it is there, so that health is known before a user needs it.
struct HealthMonitor: Service {
    /// How often each directory is asked.
    static let interval: Duration = .seconds(10)
    /// How long it may take to answer.
    static let patience: Duration = .seconds(5)

    let agent: Agent
    let board: HealthBoard
    let ledger: Ledger

    /// Asks until graceful shutdown.
    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await ask()
                try await Task.sleep(for: Self.interval)
            }
        }
    }

    private func ask() async {
        await withDiscardingTaskGroup { group in
            for directory in agent.generation?.directories ?? [] {
                group.addTask { await ask(directory) }
            }
        }
    }

    private func ask(_ directory: Directory) async {
        let name = directory.settings.name
        do throws(Refusal) {
            try await directory.probe(deadline: .now + Self.patience)
            guard board.note(name, failure: nil) else { return }
            ledger.note(.directoryUp, "directory '\(name)' answers", fields: ["WRITEBACK_DIRECTORY": name])
        } catch {
            if case .busy = error { return }
            guard board.note(name, failure: error) else { return }
            ledger.note(
                .directoryDown, "directory '\(name)' does not answer: \(error)",
                fields: ["WRITEBACK_DIRECTORY": name, "WRITEBACK_CODE": error.entry.code])
        }
    }
}
