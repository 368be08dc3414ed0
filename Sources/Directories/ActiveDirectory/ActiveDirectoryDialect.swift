internal import LDAPClient

/// The ways of Active Directory, of Windows Server ([MS-ADTS]) and of Samba.
struct ActiveDirectoryDialect: Dialect {
    let accountAttributes = [ActiveDirectoryAttribute.accountName, ActiveDirectoryAttribute.principalName]
    let factAttributes = ActiveDirectoryAttribute.facts
    let factControls = [Control.accessListOnly]
    let sightAttributes = ActiveDirectoryAttribute.proof
    /// The head of the domain, whose password policy applies where an account has none of its own.
    let domain: DistinguishedName?
    /// The control that has a reset held against the password history, where the server has one.
    let policyHints: Control?
    /// Whether the server is Samba's, which checks less than Windows does.
    let isSamba: Bool

    /// The ways of the server that says `root` of itself.
    init(_ root: RootDSE?) {
        domain = root?.entry.text(ActiveDirectoryAttribute.Root.domain).flatMap { try? DistinguishedName($0) }
        policyHints = root.flatMap { .policyHints(among: $0.supportedControls) }
        isSamba = root?.vendorName?.hasPrefix("Samba") ?? false
    }

    var limits: [DirectoryLimit] {
        policyHints == nil ? [.historyNotEnforcedOnReset, .minimumAgeNotEnforcedOnReset] : []
    }

    /// People only: neither computers nor trusts between domains nor the accounts of managed services.
    var accountFilters: [Filter] {
        get throws(LDAPError) {
            [
                try .equal("objectCategory", "person"), try .equal("objectClass", "user"),
                try .equal("sAMAccountType", "805306368"),
            ]
        }
    }

    func anchorFilter(_ id: String) throws(LDAPError) -> Filter {
        guard let guid = ObjectGUID(id) else { throw .invalid("'\(id)' is no objectGUID") }
        return try .equal(ActiveDirectoryAttribute.anchor, guid.bytes)
    }

    func anchor(of entry: Entry) -> String? {
        entry[ActiveDirectoryAttribute.anchor].first.flatMap { ObjectGUID(bytes: $0) }?.text
    }
}
