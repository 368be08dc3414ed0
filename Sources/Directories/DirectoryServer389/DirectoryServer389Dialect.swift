internal import LDAPClient

/// The ways of 389 Directory Server with its own password policy (Red Hat Directory Server's Administration Guide,
/// "Managing the password policy").
struct DirectoryServer389Dialect: Dialect {
    let accountAttributes = ["uid"]
    let factAttributes = DirectoryServer389Attribute.facts
    let sightAttributes = DirectoryServer389Attribute.proof
    /// Only the suppliers of a policy that is marked as global count together.
    let limits: [DirectoryLimit] = [.locksPerServer]
    let locksPerServer = true
    /// Whether the server numbers its updates (the USN plug-in).
    let numbersUpdates: Bool

    /// The ways of the server with this root DSE.
    init(of root: RootDSE?) {
        numbersUpdates = root?.numbersUpdates ?? false
    }

    func anchorFilter(_ id: String) throws(LDAPError) -> Filter {
        try .equal(DirectoryServer389Attribute.anchor, id)
    }

    func anchor(of entry: Entry) -> String? { entry.text(DirectoryServer389Attribute.anchor) }
}

extension RootDSE {
    /// Whether the server numbers its updates: then its root DSE tells the last number, while entries keep theirs after
    /// the plug-in was switched off.
    var numbersUpdates: Bool { entry.attributeNames.contains { $0.hasPrefix("lastusn") } }
}
