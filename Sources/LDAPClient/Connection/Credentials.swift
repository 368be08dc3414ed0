public import Secrets

/// Who a connection acts as.
public enum Credentials: Sendable {
    /// Nobody: an anonymous bind (RFC 4513 section 5.1.1).
    case anonymous
    /// A name and its password (RFC 4513 section 5.1.3).
    case simple(DistinguishedName, SharedSecret)
    /// Who the transport says: the client certificate, or the Unix user with ldapi (SASL EXTERNAL, RFC 4422 appendix A).
    case external
    /// The principal of a Kerberos key (SASL GSSAPI, RFC 4752).
    ///
    /// On ldap:// without TLS everything after the bind is sealed with 128 bits at least, or the connection is closed.
    /// Inside TLS nothing is sealed twice; the authentication is bound to the server's certificate (RFC 5929).
    case gssapi(Keytab)
    /// A user's name, as the server knows it rather than as a DN, and the password, which the server does not get to see
    /// (SASL SCRAM-SHA-256, RFC 7677). The server has to prove that it knows the password, too.
    ///
    /// Both consist of printable ASCII characters.
    case scram(user: String, password: SharedSecret)
}

extension Credentials {
    /// Whether the bind itself protects what is sent after it, where TLS does not.
    var sealsConnection: Bool {
        switch self {
        case .gssapi: true
        case .anonymous, .simple, .external, .scram: false
        }
    }
}
