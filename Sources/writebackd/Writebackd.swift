import ArgumentParser
import Glibc
import Ledger
import Logging
import Requests
import Secrets
import ServiceLifecycle
import SocketServer
import SystemdLink
import UnixSignals
import Writeback

/// The daemon: reads its configuration, listens, and serves until it is told to stop.
@main
struct Writebackd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writebackd",
        abstract: "Writes new passwords and clears lockouts in an LDAP directory, on authorised request.",
        version: AgentVersion.current)

    @Option(help: "The configuration file.")
    var config = "/etc/writebackd/writebackd.toml"

    func run() async throws {
        _ = CoreDumps.deny()
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        var inherited = try ListeningSockets.inherit()
        let socket = try inherited.take("api")
        let bootstrap = Bootstrap(path: config)
        let frame = try bootstrap.frame()
        let ledger = Ledger.open(
            LedgerSettings(path: frame.ledgerPath, retention: frame.ledgerRetention), sender: frame.journal,
            agent: frame.agent)
        defer { ledger.close() }
        try await serve(bootstrap, frame, ledger, socket)
    }

    private func serve(_ bootstrap: Bootstrap, _ frame: Frame, _ ledger: Ledger, _ socket: Int32?) async throws {
        let notifier = ServiceNotifier()
        let board = HealthBoard()
        let agent = Agent(
            bootstrap.read(within: frame, ledger: ledger), ledger: ledger, health: board,
            identity: Peer(uid: geteuid(), gid: getegid(), pid: getpid()))
        let address: ListeningAddress = socket.map { .inherited(descriptor: $0) } ?? .path(frame.socketPath)
        let server = SocketServer(address: address, limits: frame.limits, routes: agent, logger: Self.logger) {
            announce(agent, ledger, notifier)
        }
        var services: [any Service] = [
            UnsettledSettler(agent: agent, ledger: ledger), RotationSettler(agent: agent),
            HealthMonitor(agent: agent, board: board, ledger: ledger),
            Reloader(bootstrap: bootstrap, frame: frame, agent: agent, ledger: ledger, notifier: notifier), server,
        ]
        if let interval = WatchdogInterval.current {
            let path = socket.flatMap(SocketPath.of) ?? frame.socketPath
            services.append(Watchdog(interval: interval, socketPath: path, notifier: notifier))
        }
        services.append(StopNotice(ledger: ledger, notifier: notifier))
        try await ServiceGroup(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.logger
        ).run()
    }

    private func announce(_ agent: Agent, _ ledger: Ledger, _ notifier: ServiceNotifier) {
        guard agent.generation != nil else {
            ledger.note(.misconfigured, "the configuration has errors: every request will be refused")
            notifier.ready(status: "misconfigured: refusing every request; see 'writebackctl check-config'")
            return
        }
        ledger.note(.started, "writebackd \(AgentVersion.current) takes requests")
        notifier.ready(status: "serving")
    }

    /// The libraries' own troubles, and nothing else, go to standard error.
    private static var logger: Logger {
        var logger = Logger(label: "writebackd", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        return logger
    }
}
