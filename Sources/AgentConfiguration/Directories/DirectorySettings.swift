public import LDAPClient

/// `[directory.NAME]`: one directory that passwords are written to.
public struct DirectorySettings: Sendable, Equatable {
    /// What sort of server it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// What its servers say they are.
        case auto
        /// OpenLDAP's slapd with the ppolicy overlay (slapo-ppolicy(5)).
        case openLDAP = "openldap"
        /// Active Directory, of Windows Server or of Samba.
        case activeDirectory = "active-directory"
        /// 389 Directory Server.
        case directoryServer389 = "389-ds"
        /// FreeIPA.
        case freeIPA = "freeipa"
        /// Any LDAPv3 server with the password modify operation (RFC 3062).
        case plain
    }

    /// What proves that a password was written.
    public enum Verification: String, Sendable, CaseIterable {
        /// The account's change time moved.
        case changeTime = "change-time"
        /// The change time moved, and the account can sign in with the new password.
        case bind
    }

    /// What FreeIPA makes of the passwords that the agent's identity writes.
    public enum FreeIPAReset: String, Sendable, CaseIterable {
        /// They have to be changed at the next sign-in; all of the password policy holds.
        case expires
        /// They stay: the identity is a password-sync manager, whom the policy does not bind.
        case passwordSync = "password-sync"
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
    /// What becomes of a reset in FreeIPA.
    public let freeIPAReset: FreeIPAReset

    init?(_ name: String, _ table: TableReader, socket: SocketSettings) {
        self.name = name
        let kind = table.value("kind", TextRule<Kind>.choice, default: .auto)
        let method = table.value("bind", TextRule<BindMethod>.choice, default: .simple)
        let transport = TransportSettings(table, bind: method)
        let accounts = AccountSettings(table)
        let bind = BindSettings.read(table, method, over: transport)
        pool = PoolSettings(table, socket: socket)
        verification = table.value("verify", .choice, default: .changeTime)
        freeIPAReset = table.value("freeipa_reset", .choice, default: .expires)
        guard table.isSound("kind"), let transport, let accounts, let bind else { return nil }
        guard Self.canSignInAsOwner(table, kind, verification, method, over: transport) else { return nil }
        self.kind = kind
        self.transport = transport
        self.accounts = accounts
        self.bind = bind
    }

    /// Signing in with a user's password, for a proof or a change, wants TLS, which sealing by Kerberos is not.
    private static func canSignInAsOwner(
        _ table: TableReader, _ kind: Kind, _ verification: Verification, _ method: BindMethod,
        over transport: TransportSettings
    ) -> Bool {
        guard method == .gssapi, !transport.startTLS,
            transport.servers.contains(where: { $0.scheme == .ldap && !$0.isLocal })
        else { return true }
        guard kind == .plain || kind == .freeIPA || verification == .bind else { return true }
        let reason = verification == .bind ? "verify = \"bind\"" : "kind = \"\(kind.rawValue)\""
        table.report("servers", "must be ldaps:// ones: with \(reason) the agent signs in with users' passwords")
        return false
    }

    /// Where the servers are and what a connection to each of them needs to know, in order of preference.
    ///
    /// - Throws: ``LDAPClient/LDAPError/invalid(_:)`` for a domain of no valid name.
    public var serverSource: ServerSource {
        get throws(LDAPError) {
            guard let domain = transport.domain else { return .fixed(transport.servers.map(connectionSettings)) }
            return .serviceRecords(
                try ServiceRecordLookup(domain: domain, startTLS: transport.startTLS), settings: connectionSettings)
        }
    }

    private func connectionSettings(_ server: ServerAddress) -> ConnectionSettings {
        ConnectionSettings(
            address: server, startTLS: transport.startTLS, caFile: transport.caFile,
            clientCertificateFile: transport.clientCertificate?.file,
            clientKeyFile: transport.clientCertificate?.keyFile, connectTimeout: pool.connectTimeout)
    }
}
