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
        await probe(directory)
        // Not beside it: with a wrong password, each of the two would count as one.
        await directory.checkServers(deadline: .now + Self.patience)
        for news in board.note(directory.settings.name, servers: directory.servers) { tell(news, of: directory) }
    }

    private func probe(_ directory: Directory) async {
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

    private func tell(_ news: ServerNews, of directory: Directory) {
        let name = directory.settings.name
        let (event, message, server) = words(news, directory)
        ledger.note(event, message, fields: ["WRITEBACK_DIRECTORY": name, "WRITEBACK_SERVER": server.url])
    }

    private func words(_ news: ServerNews, _ directory: Directory) -> (Event, String, DirectoryServer) {
        let name = directory.settings.name
        switch news {
        case .recognised(let server):
            let limits = (directory.description?.limits ?? []).map { " \($0.detail)" }.joined()
            let product = server.product ?? "unknown"
            return (.directoryRecognised, "\(server.url) of directory '\(name)' is \(product).\(limits)", server)
        case .avoided(let server):
            let reason = server.reason.map { ": \($0)" } ?? ""
            return (.serverAvoided, "\(server.url) of directory '\(name)' is not used\(reason)", server)
        case .returned(let server):
            return (.serverReturned, "\(server.url) of directory '\(name)' is used again", server)
        }
    }
}
