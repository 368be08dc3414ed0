internal import LDAPClient

/// The ways of OpenLDAP's slapd with the ppolicy overlay (slapo-ppolicy(5)).
struct OpenLDAPDialect: Dialect {
    let accountAttributes = ["uid"]
    let factAttributes = OpenLDAPAttribute.facts
    let sightAttributes = OpenLDAPAttribute.proof
    let limits: [DirectoryLimit] = []
    /// slapd clears pwdReset with every new password, so it cannot come first, and the RFC 3062 exchange cannot carry it.
    let asksForChangeSeparately = true

    func anchorFilter(_ id: String) throws(LDAPError) -> Filter { try .equal(OpenLDAPAttribute.anchor, id) }

    func anchor(of entry: Entry) -> String? { entry.text(OpenLDAPAttribute.anchor) }
}
