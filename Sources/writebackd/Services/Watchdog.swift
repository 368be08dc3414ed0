import ServiceLifecycle
import SocketServer
import SystemdLink

/// Feeds systemd's watchdog (sd_watchdog_enabled(3)), but only while the agent's own socket answers.
///
/// A bare timer would go on feeding while every request hangs.
struct Watchdog: Service {
    let interval: Duration
    let socketPath: String
    let notifier: ServiceNotifier

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                if await SelfCheck.isAnswered(socketPath: socketPath, within: interval / 3) {
                    notifier.watchdog()
                }
                try await Task.sleep(for: interval / 3)
            }
        }
    }
}
