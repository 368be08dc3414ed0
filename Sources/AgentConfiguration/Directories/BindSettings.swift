public import LDAPClient

/// The keys of `[directory.NAME]` that say how the agent signs in.
public enum BindSettings: Sendable, Equatable {
    /// By name and password; the password is in the systemd credential of that name.
    case simple(DistinguishedName, passwordCredential: String)
    /// By what the connection proves (SASL EXTERNAL).
    case external

    private enum Method: String, CaseIterable {
        case simple
        case external
    }

    static func read(_ table: TableReader, over transport: TransportSettings?) -> BindSettings? {
        table.refuse(
            "bind_password",
            because: "secrets are given by the names of systemd credentials, never by value; use "
                + "bind_password_credential, and change this password if others could read the file")
        switch table.value("bind", TextRule<Method>.choice, default: .simple) {
        case .simple where table.isSound("bind"): return simple(table)
        case .simple: return unknown(table)
        case .external: return external(table, over: transport)
        }
    }

    /// Checks what can be checked while it is not known which of the keys are needed.
    private static func unknown(_ table: TableReader) -> BindSettings? {
        _ = table.optional("bind_dn", .entryName)
        _ = table.optional("bind_password_credential", .credentialName)
        return nil
    }

    private static func simple(_ table: TableReader) -> BindSettings? {
        let name = table.required("bind_dn", .entryName)
        let credential = table.required("bind_password_credential", .credentialName)
        guard let name else { return nil }
        if PrivilegedName.looksPrivileged(name) {
            table.report(
                "bind_dn",
                "looks like the directory's own administrator, whom password policy does not bind; use an identity "
                    + "that has only the rights the agent needs",
                severity: .warning)
        }
        return credential.map { .simple(name, passwordCredential: $0) }
    }

    private static func external(_ table: TableReader, over transport: TransportSettings?) -> BindSettings {
        table.reportMeaningless(["bind_dn", "bind_password_credential"], with: "bind = \"external\"")
        if let transport, !transport.identifiesAgent {
            table.report(
                "bind",
                "\"external\" needs ldapi:// servers, or client_certificate and client_key over TLS; otherwise the "
                    + "connection proves nothing")
        }
        return .external
    }
}
