/// How an administrator grants the agent what it lacks on one account, in keeping with etc/openldap/acl.ldif.
struct OpenLDAPRemedies {
    /// The account's entry.
    let account: String
    /// The branch of all accounts.
    let branch: String
    /// The name that the agent signs in by.
    let agent: String

    var writePassword: String { rule([OpenLDAPAttribute.password], "=xw") }
    var clearLock: String { rule([OpenLDAPAttribute.lockedTime], "=zrscd") }
    var askForChange: String { rule([OpenLDAPAttribute.reset], "write") }

    /// slapd answers a wrong current password, and an agent that may not have one compared, with the same words.
    var verifyPassword: String {
        "# slapd does not tell. Where the right one is refused as wrong, this is missing:\n" + writePassword
    }

    var noManaging: String {
        "# The agent may manage the password, and slapd holds it to no policy. Take that away; this is enough:\n"
            + writePassword
    }

    func readAccount(_ hidden: [String]) -> String { rule(hidden, "read") }

    func readPolicy(_ policy: String) -> String {
        OpenLDAPAccessRule(entry: policy, attributes: nil, agent: agent, access: "read", branch: nil).ldif
    }

    var namePolicy: String {
        "The account names no policy. If the database has an olcPPolicyDefault, set default_policy to the same entry."
    }

    var overlay: String {
        """
        # The ppolicy overlay is not on the account's database, which has no locks and no rules for passwords then.
        dn: olcOverlay=ppolicy,olcDatabase={1}mdb,cn=config
        changetype: add
        objectClass: olcOverlayConfig
        objectClass: olcPPolicyConfig
        olcOverlay: ppolicy

        """
    }

    private func rule(_ attributes: [String], _ access: String) -> String {
        OpenLDAPAccessRule(entry: account, attributes: attributes, agent: agent, access: access, branch: branch).ldif
    }
}
