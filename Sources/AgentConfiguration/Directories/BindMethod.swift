/// The ways of `bind` in `[directory.NAME]`.
enum BindMethod: String, CaseIterable {
    /// A name and a password (RFC 4513 section 5.1.3).
    case simple
    /// What the connection proves (SASL EXTERNAL, RFC 4422 appendix A).
    case external
    /// A Kerberos key (SASL GSSAPI, RFC 4752).
    case gssapi
    /// A user name and a password that does not cross the network (RFC 7677).
    case scram = "scram-sha-256"

    /// The keys that belong to this way, beside ``all`` others.
    var keys: Set<String> {
        switch self {
        case .simple: ["bind_dn", "bind_password_credential"]
        case .external: []
        case .gssapi: ["bind_keytab_credential", "bind_principal"]
        case .scram: ["bind_user", "bind_password_credential"]
        }
    }

    /// The keys of all ways.
    static let keys = [
        "bind_dn", "bind_password_credential", "bind_keytab_credential", "bind_principal", "bind_user",
    ]
}
