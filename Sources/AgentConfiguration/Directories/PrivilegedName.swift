internal import LDAPClient

/// Knows the names that directories give to their own administrators.
enum PrivilegedName {
    private static let roots: Set = [
        "cn=admin", "cn=administrator", "cn=manager", "cn=root", "cn=directorymanager", "uid=admin", "uid=root",
    ]

    /// Whether `name` is customary for somebody whom neither access rules nor password policy bind.
    static func looksPrivileged(_ name: DistinguishedName) -> Bool {
        let text = name.text.lowercased().filter { !$0.isWhitespace }
        let first = text.prefix { $0 != "," }
        return roots.contains(String(first)) || text == "cn=config" || text.hasSuffix(",cn=config")
    }
}
