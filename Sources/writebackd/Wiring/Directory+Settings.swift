import AgentConfiguration
import Directories
import LDAPClient
import Secrets
import SystemdLink

extension Directory {
    /// Wires a directory, or notes what this machine lacks for it.
    convenience init?(_ settings: AgentConfiguration.DirectorySettings, _ findings: inout [Finding]) {
        do {
            let credentials = try settings.credentials(from: CredentialStore())
            let pool = try ConnectionPool(
                servers: settings.connectionSettings, credentials: credentials, size: settings.pool.connections,
                maximumWaiting: settings.pool.waiting)
            self.init(
                settings: Directories.DirectorySettings(settings), servers: settings.connectionSettings,
                credentials: credentials, pool: pool)
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
        }
    }
}

extension Directories.DirectorySettings {
    fileprivate init(_ settings: AgentConfiguration.DirectorySettings) {
        let kind: DirectoryKind =
            switch settings.kind {
            case .openLDAP: .openLDAP
            }
        self.init(
            name: settings.name, kind: kind, base: settings.accounts.base,
            accountAttributes: settings.accounts.attributes, accountClass: settings.accounts.objectClass,
            defaultPolicy: settings.accounts.defaultPolicy, verifiesByBind: settings.verification == .bind,
            operationTimeout: settings.pool.operationTimeout, settlingTime: settings.pool.settlingTime)
    }
}
