public import LDAPClient

/// `[directory.NAME]`: one directory that passwords are written to.
public struct DirectorySettings: Sendable, Equatable {
    /// What sort of server it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// OpenLDAP's slapd with the ppolicy overlay (slapo-ppolicy(5)).
        case openLDAP = "openldap"
    }

    /// What proves that a password was written.
    public enum Verification: String, Sendable, CaseIterable {
        /// The account's change time moved.
        case changeTime = "change-time"
        /// The change time moved, and the account can sign in with the new password.
        case bind
    }

    /// The NAME of its table.
    public let name: String
    /// What sort of server it is.
    public let kind: Kind
    /// Where its servers are and how they prove who they are.
    public let transport: TransportSettings
    /// How the agent signs in.
    public let bind: BindSettings
    /// Which of its entries are accounts.
    public let accounts: AccountSettings
    /// How many connections, and for how long.
    public let pool: PoolSettings
    /// What proves a write.
    public let verification: Verification

    init?(_ name: String, _ table: TableReader, socket: SocketSettings) {
        self.name = name
        let kind = table.required("kind", TextRule<Kind>.choice)
        let transport = TransportSettings(table)
        let accounts = AccountSettings(table)
        let bind = BindSettings.read(table, over: transport)
        pool = PoolSettings(table, socket: socket)
        verification = table.value("verify", .choice, default: .changeTime)
        guard let kind, let transport, let accounts, let bind else { return nil }
        self.kind = kind
        self.transport = transport
        self.accounts = accounts
        self.bind = bind
    }

    /// What a connection to each of the servers needs to know, in order of preference.
    public var connectionSettings: [ConnectionSettings] {
        transport.servers.map { server in
            ConnectionSettings(
                address: server, startTLS: transport.startTLS, caFile: transport.caFile,
                clientCertificateFile: transport.clientCertificate?.file,
                clientKeyFile: transport.clientCertificate?.keyFile, connectTimeout: pool.connectTimeout)
        }
    }
}
