public import LDAPClient

/// The keys of `[directory.NAME]` that say which of its entries are accounts.
public struct AccountSettings: Sendable, Equatable {
    /// The entry that all accounts lie below; others do not exist for the agent.
    public let base: DistinguishedName
    /// The attributes that the name of an account is looked up in; nil for those that the kind of directory has for it.
    public let attributes: [String]?
    /// The object class that accounts have; nil when any will do.
    public let objectClass: String?
    /// The password policy of accounts that name none of their own; nil when the server has no default one.
    public let defaultPolicy: DistinguishedName?

    init?(_ table: TableReader) {
        let base = table.required("base", .entryName)
        let attributes = table.list("account_attributes", .schemaName("attribute"), count: 0...4, default: [])
        self.attributes = attributes.isEmpty ? nil : attributes
        objectClass = table.optional("account_class", .schemaName("object class"))
        defaultPolicy = table.optional("default_policy", .entryName)
        guard let base else { return nil }
        self.base = base
    }
}
