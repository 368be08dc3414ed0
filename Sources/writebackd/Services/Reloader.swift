import Ledger
import ServiceLifecycle
import SystemdLink
import UnixSignals
import Writeback

/// Reads the configuration again on SIGHUP; one with errors is told to the journal, and the old one stays in force.
struct Reloader: Service {
    let bootstrap: Bootstrap
    let frame: Frame
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
        switch bootstrap.read(within: frame, ledger: ledger) {
        case .serving(let generation):
            let keys = agent.generation?.keyIdentifiers
            agent.serve(generation)
            ledger.note(.reloaded, "the configuration was read again and is in force")
            tell(generation.keyIdentifiers, after: keys)
            notifier.ready(status: "serving")
        case .misconfigured(let errors):
            agent.refuse(errors: errors)
            let present = agent.generation == nil ? "every request is still refused" : "the old one stays in force"
            ledger.note(.reloadRefused, "the new configuration has \(errors) errors; \(present)")
            notifier.ready(status: "the new configuration has \(errors) errors; \(present)")
        }
    }

    private func tell(_ keys: [String], after old: [String]?) {
        guard let old, old != keys else { return }
        ledger.note(.keysInForce, "other keys are in force: \(keys.joined(separator: ", "))")
    }
}
