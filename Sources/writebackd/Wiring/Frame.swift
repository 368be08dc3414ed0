import AgentConfiguration
import SocketServer
import SystemdLink

/// What is decided once, at start: a reload moves neither the socket nor the records.
struct Frame {
    let agent: String?
    let socketPath: String
    let limits: SocketLimits
    let journal: JournalSender
    /// Where the ledger lies.
    var ledgerPath: String { ledgerSettings.path }
    /// How long it keeps a record; zero for ever.
    var ledgerRetention: Duration { ledgerSettings.retention ?? .zero }
    private let ledgerSettings: LedgerSettings
    /// Whether the configuration had errors at start, so that nothing of this is known to be what it wants.
    private let isStandard: Bool
    private let socketSettings: SocketSettings
    private let journalSettings: JournalSettings

    /// The frame that valid settings ask for.
    init(_ settings: Settings) throws(JournalError) {
        try self.init(settings.agent.name, settings.socket, settings.journal, settings.ledger, isStandard: false)
    }

    /// The frame for a configuration that has errors.
    static func standard() throws(JournalError) -> Frame {
        try Frame(nil, .standard, .standard, .standard, isStandard: true)
    }

    private init(
        _ agent: String?, _ socket: SocketSettings, _ journal: JournalSettings,
        _ ledger: LedgerSettings, isStandard: Bool
    ) throws(JournalError) {
        self.agent = agent
        socketPath = socket.path
        limits = SocketLimits(
            connections: socket.connections, idleTimeout: socket.idleTimeout, requestTimeout: socket.requestTimeout)
        socketSettings = socket
        journalSettings = journal
        ledgerSettings = ledger
        self.isStandard = isStandard
        self.journal = try JournalSender(path: journal.socket, timeout: journal.timeout)
    }

    /// What `settings` want otherwise and only a restart can bring about.
    func differences(from settings: Settings) -> [Finding] {
        var changed: [String] = []
        if settings.socket != socketSettings { changed.append("socket") }
        if settings.journal != journalSettings { changed.append("journal") }
        if settings.ledger != ledgerSettings { changed.append("ledger") }
        return changed.map {
            Finding(severity: .warning, keyPath: $0, message: "is read at start only; restart to put it in force")
        }
    }

    /// Why `settings` cannot be put in force without a restart, or nil.
    ///
    /// An agent that started without a valid configuration has opened the ledger of the standard path. With another one
    /// than the site's it would carry out again what is on record there.
    func obstacle(to settings: Settings) -> Finding? {
        guard isStandard, settings.ledger != ledgerSettings else { return nil }
        return Finding(
            keyPath: "ledger", message: "is read at start only; restart the agent")
    }
}
