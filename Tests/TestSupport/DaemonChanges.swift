/// How a test's daemon differs from the ordinary one.
public struct DaemonChanges: Sendable {
    /// Another password for the agent's own sign-in.
    public var bindPassword: String?
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
    /// Further lines of `[callers.test]`, in place of `users = ["root"]`.
    public var caller = "users = [\"0\"]"
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

        [callers.test]
        trust = "peer"
        \(caller)

        [directory.corp]
        kind = "openldap"
        servers = ["\(server ?? slapd["LDAPS_URL"])"]
        ca_file = "\(caFile ?? slapd["CA_FILE"])"
        base = "\(base ?? slapd["PEOPLE_DN"])"
        bind_dn = "\(slapd["SERVICE_DN"])"
        bind_password_credential = "corp-bind-password"
        default_policy = "\(slapd["POLICY_DN"])"
        \(directory)

        [journal]
        socket = "\(journald?.socket ?? folder + "/no-journal")"

        \(sections)
        """
    }
}
