import Ledger
import ServiceLifecycle
import SystemdLink
import UnixSignals
import Writeback

/// Reads the configuration again on SIGHUP; one with errors is told to the journal, and the old one stays in force.
struct Reloader: Service {
    let bootstrap: Bootstrap
    let agent: Agent
    let ledger: Ledger
    let notifier: ServiceNotifier

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals { reload() }
        }
    }

    private func reload() {
        notifier.reloading(status: "reading the configuration")
        switch bootstrap.read(ledger: ledger) {
        case .serving(let generation):
            agent.serve(generation)
            ledger.note(.reloaded, "the configuration was read again and is in force")
            notifier.ready(status: "serving")
        case .misconfigured(let errors):
            ledger.note(.reloadRefused, "the new configuration has \(errors) errors; the old one stays in force")
            notifier.ready(status: "serving by the old configuration: the new one has \(errors) errors")
        }
    }
}
