import AgentConfiguration
import Directories
import LDAPClient
import Secrets
import SystemdLink

extension Directory {
    /// Wires a directory, or notes what this machine lacks for it.
    ///
    /// - Parameter ledger: The path of the ledger, beside which the passwords of the agent's own making are kept.
    convenience init?(
        _ settings: AgentConfiguration.DirectorySettings, besideLedger ledger: String, _ findings: inout [Finding]
    ) {
        do {
            let identity = BindIdentity(
                configured: try settings.credentials(from: CredentialStore()),
                file: BindPasswordFile(directory: settings.name, besideLedger: ledger))
            let (credentials, alternative) = try identity.credentials()
            let pool = try ConnectionPool(
                source: try settings.serverSource, credentials: credentials, otherwise: alternative,
                size: settings.pool.connections, maximumWaiting: settings.pool.waiting)
            self.init(settings: Directories.DirectorySettings(settings), pool: pool, identity: identity)
        } catch {
            findings.append(Finding(keyPath: "directory.\(settings.name)", message: "\(error)"))
            return nil
        }
    }
}

extension AgentConfiguration.DirectorySettings {
    fileprivate func credentials(from store: CredentialStore) throws(CredentialError) -> Credentials {
        switch bind {
        case .external: .external
        case .simple(let name, let credential): .simple(name, SharedSecret(try store.read(credential)))
        case .gssapi(let credential, let principal):
            .gssapi(Keytab(path: try store.path(of: credential), principal: principal))
        case .scram(let user, let credential): .scram(user: user, password: SharedSecret(try store.read(credential)))
        }
    }
}

extension Directories.DirectorySettings {
    fileprivate init(_ settings: AgentConfiguration.DirectorySettings) {
        let kind: DirectoryKind? =
            switch settings.kind {
            case .auto: nil
            case .openLDAP: .openLDAP
            case .activeDirectory: .activeDirectory
            case .directoryServer389: .directoryServer389
            case .freeIPA: .freeIPA
            case .plain: .plain
            }
        self.init(
            name: settings.name, kind: kind, base: settings.accounts.base,
            accountAttributes: settings.accounts.attributes, accountClass: settings.accounts.objectClass,
            defaultPolicy: settings.accounts.defaultPolicy, verifiesByBind: settings.verification == .bind,
            operationTimeout: settings.pool.operationTimeout, settlingTime: settings.pool.settlingTime,
            isPasswordSyncManager: settings.freeIPAReset == .passwordSync)
    }
}
