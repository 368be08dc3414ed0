/// A rule for slapd (slapd.access(5)) that gives the agent a right on one entry and takes none away from anybody.
struct OpenLDAPAccessRule {
    /// The entry's name.
    let entry: String
    /// The attributes; nil for all.
    let attributes: [String]?
    /// The name that the agent signs in by.
    let agent: String
    /// The level or privileges.
    let access: String
    /// The branch for which the rule may be given instead.
    let branch: String?

    /// The LDIF to give to `ldapmodify -Q -Y EXTERNAL -H ldapi:///`.
    ///
    /// It is for this entry alone: one for the whole branch that came first would open what rules before it protect.
    var ldif: String {
        let subject = "to dn.exact=\(quoted(entry))" + (attributes.map { " attrs=\($0.joined(separator: ","))" } ?? "")
        return """
            \(advice)dn: olcDatabase={1}mdb,cn=config
            changetype: modify
            add: olcAccess
            olcAccess: {0}\(subject)
              by dn.exact=\(quoted(agent)) \(access)
              by * break

            """
    }

    private var advice: String {
        let database = "# The database's own name: ldapsearch -Q -Y EXTERNAL -H ldapi:/// -b cn=config olcSuffix dn\n"
        guard let branch else { return database }
        return "# For all accounts, where no rule protects one: to dn.subtree=\(quoted(branch))\n" + database
    }

    /// slapd reads what stands between quotation marks as it is; a quotation mark in a name is written in hexadecimal.
    private func quoted(_ name: String) -> String {
        "\"\(name.replacing("\\\"", with: "\\22"))\""
    }
}
