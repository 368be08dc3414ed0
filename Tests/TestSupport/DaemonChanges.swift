/// How a test's daemon differs from the ordinary one.
public struct DaemonChanges: Sendable {
    /// Another password for the agent's own sign-in.
    public var bindPassword: String?
    /// Another way to sign in: the lines of `[directory.corp]` about it.
    public var bind: String?
    /// Another URL of the directory.
    public var server: String?
    /// Another base of the accounts.
    public var base: String?
    /// Another file of trusted certificates.
    public var caFile: String?
    /// Further lines of `[socket]`.
    public var socket = ""
    /// Further lines of `[directory.corp]`.
    public var directory = ""
    /// For how long a write without an answer must not show.
    public var settlingTime = "1s"
    /// Further lines of `[callers.test]`, in place of `users = ["root"]`.
    public var caller = "users = [\"0\"]"
    /// A caller that signs, in place of the one above.
    public var cloud: Cloud?
    /// Further lines of `[ledger]`.
    public var ledger = ""
    /// Further lines of `[keys]`.
    public var keys = ""
    /// Another path of the ledger.
    public var ledgerPath: String?
    /// Variables for its environment, as `NAME=value`.
    public var environment: [String] = []
    /// A program, with its arguments, that becomes the daemon.
    public var launcher: [String] = []
    /// Further credentials, by their names.
    public var credentials: [String: String] = [:]
    /// Further credentials that are copies of files, by their names.
    public var credentialFiles: [String: String] = [:]
    /// Further sections.
    public var sections = ""

    /// No difference.
    public init() {}

    func configuration(_ slapd: Slapd, _ journald: Journald?, _ folder: String) -> String {
        """
        [agent]
        name = "test.example.test"
        contact = "Ask the service desk."

        [socket]
        path = "\(folder)/api.sock"
        \(socket)

        \(callers(folder))

        [ledger]
        path = "\(ledgerPath ?? folder + "/ledger.db")"
        \(ledger)

        [keys]
        file = "\(folder)/keys.jwks"
        \(keys)

        [directory.corp]
        kind = "openldap"
        servers = ["\(server ?? slapd["LDAPS_URL"])"]
        ca_file = "\(caFile ?? slapd["CA_FILE"])"
        base = "\(base ?? slapd["PEOPLE_DN"])"
        \(bind ?? simpleBind(slapd))
        default_policy = "\(slapd["POLICY_DN"])"
        settling_time = "\(settlingTime)"
        \(directory)

        [journal]
        socket = "\(journald?.socket ?? folder + "/no-journal")"

        \(sections)
        """
    }

    private func simpleBind(_ slapd: Slapd) -> String {
        "bind_dn = \"\(slapd["SERVICE_DN"])\"\nbind_password_credential = \"corp-bind-password\""
    }

    /// A process can be one caller that is trusted for what it is, or several that sign, not both.
    private func callers(_ folder: String) -> String {
        cloud?.section(keys: folder + "/cloud.jwks") ?? """
            [callers.test]
            trust = "peer"
            \(caller)
            """
    }
}
