import AgentConfiguration
import SocketServer
import SystemdLink

/// What is decided once, at start: a reload does not move the socket or the journal.
struct Frame {
    let agent: String?
    let socketPath: String
    let limits: SocketLimits
    let journal: JournalSender

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
        self.journal = try JournalSender(path: journal.socket, timeout: journal.timeout)
    }
}
