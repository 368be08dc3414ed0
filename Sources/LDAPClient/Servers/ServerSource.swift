/// Where a pool learns which servers its directory has.
public enum ServerSource: Sendable {
    /// From its configuration, once; the preferred one first.
    case fixed([ConnectionSettings])
    /// From DNS, again and again; `settings` says how a server found there is reached and what it must prove.
    case serviceRecords(ServiceRecordLookup, settings: @Sendable (ServerAddress) -> ConnectionSettings)
}

extension ServerSource {
    /// Checks what can be known without any server.
    ///
    /// - Throws: What ``ConnectionSettings/validate(for:)`` finds, or ``LDAPError/invalid(_:)``.
    func validate(for credentials: Credentials) throws(LDAPError) {
        guard case .fixed(let servers) = self else { return }
        guard !servers.isEmpty else { throw .invalid("a pool needs a server") }
        for server in servers { try server.validate(for: credentials) }
    }

    /// How to reach a server that is in no list at the moment: one that DNS named earlier, for example.
    func settings(of address: ServerAddress) -> ConnectionSettings? {
        switch self {
        case .fixed: nil
        case .serviceRecords(let lookup, let settings): lookup.admits(address) ? settings(address) : nil
        }
    }
}
