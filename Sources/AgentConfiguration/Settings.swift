public import Requests

/// Everything the configuration file says, checked.
///
/// A value exists only for a file without errors; see ``parse(_:)``.
public struct Settings: Sendable, Equatable {
    /// Who the agent is.
    public let agent: AgentSettings
    /// How callers reach it.
    public let socket: SocketSettings
    /// What it does at all, for whomever.
    public let operations: Set<Operation>
    /// Who may ask, in the order of their names; at least one.
    public let callers: [CallerSettings]
    /// The directories it writes to, in the order of their names; at least one.
    public let directories: [DirectorySettings]
    /// How records reach the system's journal.
    public let journal: JournalSettings
    /// Where it keeps what it was asked and what came of it.
    public let ledger: LedgerSettings
    /// Its own keys, which callers seal passwords to.
    public let keys: KeySettings
    /// How often a current password may be guessed at.
    public let throttle: ThrottleSettings
    /// What was found that somebody should look at, in the order of the file; none of it an error.
    public internal(set) var warnings: [Finding] = []

    /// Reads all tables; nil when something required is missing, which is then among the findings.
    init?(_ root: TableReader) {
        let socket = root.table("socket", SocketSettings.init) ?? .standard
        let claims = CallerClaims()
        let agent = root.table("agent", AgentSettings.init)
        let operations = root.table("operations", OperationSettings.read)
        callers = root.namedTables("callers") { CallerSettings($0, $1, claims) }
        directories = root.namedTables("directory") { DirectorySettings($0, $1, socket: socket) }
        let journal = root.table("journal") { JournalSettings($0, socket: socket) }
        let ledger = root.table("ledger", LedgerSettings.init)
        let keys = root.table("keys", KeySettings.init)
        let throttle = root.table("throttle", ThrottleSettings.init)
        root.reportUnknownKeys()
        guard let agent, let operations, let journal, let ledger, let keys, let throttle else { return nil }
        self.agent = agent
        self.socket = socket
        self.operations = operations
        self.journal = journal
        self.ledger = ledger
        self.keys = keys
        self.throttle = throttle
    }
}
