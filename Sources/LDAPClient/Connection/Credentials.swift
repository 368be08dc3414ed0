public import Secrets

/// Who a connection acts as.
public enum Credentials: Sendable {
    /// Nobody: an anonymous bind (RFC 4513 section 5.1.1).
    case anonymous
    /// A name and its password (RFC 4513 section 5.1.3).
    case simple(DistinguishedName, SharedSecret)
    /// Who the transport says: the client certificate, or the Unix user with ldapi (SASL EXTERNAL, RFC 4422 appendix A).
    case external
}
