internal import LDAPClient

extension DirectoryKind {
    /// The ways of this kind, as far as a server's root DSE and the settings leave a choice.
    func dialect(of root: RootDSE?, _ settings: DirectorySettings) -> any Dialect {
        switch self {
        case .openLDAP: OpenLDAPDialect()
        case .activeDirectory: ActiveDirectoryDialect(root)
        case .directoryServer389: DirectoryServer389Dialect(of: root)
        case .freeIPA: FreeIPADialect(of: root, settings)
        case .plain: PlainDialect()
        }
    }
}
