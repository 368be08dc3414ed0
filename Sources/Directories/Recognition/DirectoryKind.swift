/// The kinds of directory whose ways the agent knows.
public enum DirectoryKind: String, Sendable, CaseIterable {
    /// OpenLDAP's slapd 2.5 or later with the ppolicy overlay (slapo-ppolicy(5)).
    case openLDAP = "openldap"
    /// Active Directory, of Windows Server or of Samba.
    case activeDirectory = "active-directory"
    /// 389 Directory Server, also as Red Hat Directory Server.
    case directoryServer389 = "389-ds"
    /// FreeIPA, also as Red Hat Identity Management.
    case freeIPA = "freeipa"
    /// Any other LDAPv3 server with the password modify operation (RFC 3062).
    case plain

    /// Whether a server that was recognised as `found` may be treated as this kind.
    ///
    /// Anything that can modify passwords may be treated as nothing more than that; and FreeIPA is a 389 Directory Server
    /// whose own marks not everybody may see.
    func covers(_ found: DirectoryKind) -> Bool {
        self == found || self == .plain || self == .freeIPA && found == .directoryServer389
    }
}
