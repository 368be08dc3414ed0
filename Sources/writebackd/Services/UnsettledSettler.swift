import Ledger
import ServiceLifecycle
import Writeback

/// Looks from time to time what became of the writes whose end nobody saw.
struct UnsettledSettler: Service {
    /// The first look waits so long after the start: a server may still be carrying out what was sent last.
    static let interval: Duration = .seconds(5)

    let agent: Agent
    let ledger: Ledger
    private let writes = UnsettledWrites()

    init(agent: Agent, ledger: Ledger) {
        self.agent = agent
        self.ledger = ledger
    }

    func run() async throws {
        await tell()
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: Self.interval)
                guard let flow = agent.generation?.flow else { continue }
                await writes.settle(in: flow)
            }
        }
    }

    private func tell() async {
        let count = await ledger.unsettled().count
        guard count > 0 else { return }
        ledger.note(.unsettledFound, "\(count) writes were begun and have no recorded end; they are looked up")
    }
}
