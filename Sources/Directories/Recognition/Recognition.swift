public import LDAPClient

/// What a server is, by what its root DSE says (RFC 4512 section 5.1).
public struct Recognition: Sendable, Equatable {
    /// The ways it wants things done in.
    public let kind: DirectoryKind
    /// What it calls itself, for people.
    public let product: String
    /// Whether it says that it never takes writes.
    public let isReadOnly: Bool

    /// Recognises a server; nil when it says nothing that the agent knows, not even that it can modify passwords.
    public init?(_ root: RootDSE) {
        guard let kind = DirectoryKind(root) else { return nil }
        self.kind = kind
        product = root.product(of: kind)
        isReadOnly = root.supportedCapabilities.contains(ActiveDirectoryCapability.readOnly)
    }
}

extension DirectoryKind {
    /// The most particular kind that a root DSE gives away.
    init?(_ root: RootDSE) {
        if root.supportedCapabilities.contains(ActiveDirectoryCapability.activeDirectory) {
            self = .activeDirectory
        } else if root.isFreeIPA {
            self = .freeIPA
        } else if root.is389 {
            self = .directoryServer389
        } else if root.entry.texts("objectClass").contains(where: { $0.lowercased() == "openldaprootdse" }) {
            self = .openLDAP
        } else if root.supportedExtensions.contains(PasswordModify.oid) {
            self = .plain
        } else {
            return nil
        }
    }
}

extension RootDSE {
    /// FreeIPA's plug-ins register extended operations under its own arc, and its topology plug-in tells its version.
    fileprivate var isFreeIPA: Bool {
        supportedExtensions.contains { $0.hasPrefix("2.16.840.1.113730.3.8.10.") }
            || entry.text("ipaTopologyPluginVersion") != nil
    }

    fileprivate var is389: Bool {
        vendorVersion?.hasPrefix("389-Directory/") == true || vendorName == "389 Project"
    }

    fileprivate func product(of kind: DirectoryKind) -> String {
        switch kind {
        case .openLDAP: "OpenLDAP"
        case .activeDirectory where vendorName?.hasPrefix("Samba") == true: "Samba Active Directory"
        case .activeDirectory: "Active Directory"
        case .directoryServer389: vendorVersion ?? "389 Directory Server"
        case .freeIPA: "FreeIPA on \(vendorVersion ?? "389 Directory Server")"
        case .plain: vendorVersion ?? vendorName ?? "an LDAPv3 server"
        }
    }
}
