/// The kinds of directory whose ways the agent knows.
public enum DirectoryKind: String, Sendable, CaseIterable {
    /// OpenLDAP's slapd 2.5 or later with the ppolicy overlay (slapo-ppolicy(5)).
    case openLDAP = "openldap"
}
