import Ledger
import ServiceLifecycle
import SystemdLink

/// Says that the agent stops, as the first thing when it does.
struct StopNotice: Service {
    let ledger: Ledger
    let notifier: ServiceNotifier

    func run() async throws {
        try? await gracefulShutdown()
        notifier.stopping(status: "finishing the requests in flight")
        ledger.note(.stopping, "writebackd stops; requests in flight are finished")
    }
}
