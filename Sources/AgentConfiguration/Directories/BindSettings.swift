public import LDAPClient

/// The keys of `[directory.NAME]` that say how the agent signs in.
public enum BindSettings: Sendable, Equatable {
    /// By name and password; the password is in the systemd credential of that name.
    case simple(DistinguishedName, passwordCredential: String)
    /// By what the connection proves (SASL EXTERNAL).
    case external
    /// By a Kerberos key (SASL GSSAPI): the keytab is in the systemd credential of that name; nil for its first
    /// principal.
    case gssapi(keytabCredential: String, principal: String?)
    /// By user name and password, proved without sending it (SASL SCRAM-SHA-256).
    case scram(user: String, passwordCredential: String)

    static func read(_ table: TableReader, _ method: BindMethod, over transport: TransportSettings?) -> BindSettings? {
        table.refuse(
            "bind_password",
            because: "secrets are given by the names of systemd credentials, never by value; use "
                + "bind_password_credential, and change this password if others could read the file")
        guard table.isSound("bind") else { return unknown(table) }
        table.reportMeaningless(
            BindMethod.keys.filter { !method.keys.contains($0) }, with: "bind = \"\(method.rawValue)\"")
        return switch method {
        case .simple: simple(table)
        case .external: external(table, over: transport)
        case .gssapi: gssapi(table, over: transport)
        case .scram: scram(table)
        }
    }

    /// Checks what can be checked while it is not known which of the keys are needed.
    private static func unknown(_ table: TableReader) -> BindSettings? {
        _ = table.optional("bind_dn", .entryName)
        _ = table.optional("bind_password_credential", .credentialName)
        _ = table.optional("bind_keytab_credential", .credentialName)
        _ = table.optional("bind_principal", .principal)
        _ = table.optional("bind_user", .userName)
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
        if let transport, !transport.identifiesAgent {
            table.report(
                "bind",
                "\"external\" needs ldapi:// servers, or client_certificate and client_key over TLS; otherwise the "
                    + "connection proves nothing")
        }
        return .external
    }

    private static func gssapi(_ table: TableReader, over transport: TransportSettings?) -> BindSettings? {
        let credential = table.required("bind_keytab_credential", .credentialName)
        let principal = table.optional("bind_principal", .principal)
        return credential.map { .gssapi(keytabCredential: $0, principal: principal) }
    }

    private static func scram(_ table: TableReader) -> BindSettings? {
        let user = table.required("bind_user", .userName)
        let credential = table.required("bind_password_credential", .credentialName)
        guard let user else { return nil }
        return credential.map { .scram(user: user, passwordCredential: $0) }
    }
}
