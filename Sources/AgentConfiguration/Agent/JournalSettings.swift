/// `[journal]`: how records reach the system's journal.
public struct JournalSettings: Sendable, Equatable {
    /// The path of the journal's native socket (systemd-journald.service(8)).
    public let socket: String
    /// The longest that handing over one entry may take.
    public let timeout: Duration

    /// What holds when the file says nothing, or cannot be read.
    public static let standard = JournalSettings(
        socket: "/run/systemd/journal/socket", timeout: .milliseconds(500))

    init(_ table: TableReader, socket frame: SocketSettings) {
        let standard = Self.standard
        socket = table.value("socket", .socketPath, default: standard.socket)
        timeout = table.duration("timeout", default: standard.timeout, in: .milliseconds(10)...(.seconds(5)))
        frame.check(timeout, at: "timeout", of: table)
    }

    private init(socket: String, timeout: Duration) {
        self.socket = socket
        self.timeout = timeout
    }
}
