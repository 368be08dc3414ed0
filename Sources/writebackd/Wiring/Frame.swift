import AgentConfiguration
import SocketServer
import SystemdLink

/// What is decided once, at start: a reload does not move the socket or the journal.
struct Frame {
    let agent: String?
    let socketPath: String
    let limits: SocketLimits
    let journal: JournalSender
    private let socketSettings: SocketSettings
    private let journalSettings: JournalSettings

    /// The frame that valid settings ask for.
    init(_ settings: Settings) throws(JournalError) {
        try self.init(settings.agent.name, settings.socket, settings.journal)
    }

    /// The frame for a configuration that has errors.
    static func standard() throws(JournalError) -> Frame {
        try Frame(nil, .standard, .standard)
    }

    private init(_ agent: String?, _ socket: SocketSettings, _ journal: JournalSettings) throws(JournalError) {
        self.agent = agent
        socketPath = socket.path
        limits = SocketLimits(
            connections: socket.connections, idleTimeout: socket.idleTimeout, requestTimeout: socket.requestTimeout)
        socketSettings = socket
        journalSettings = journal
        self.journal = try JournalSender(path: journal.socket, timeout: journal.timeout)
    }

    /// What `settings` want otherwise and only a restart can bring about.
    func differences(from settings: Settings) -> [Finding] {
        var changed: [String] = []
        if settings.socket != socketSettings { changed.append("socket") }
        if settings.journal != journalSettings { changed.append("journal") }
        return changed.map {
            Finding(severity: .warning, keyPath: $0, message: "is read at start only; restart to put it in force")
        }
    }
}
