/// Why nobody could be authenticated although the server was reached: what a mechanism found on this side of the wire.
///
/// A bind that the server itself refuses is an ``LDAPError/result(_:)``.
public enum AuthenticationFailure: Error, Sendable, Hashable {
    /// The keytab cannot be read, or holds no key for the principal.
    case keytabUnusable(path: String, reason: String)
    /// The KDC refuses the principal of the keytab, or its key.
    case keyRefused(path: String, reason: String)
    /// The KDC knows no LDAP service of that host.
    case serviceUnknown(host: String, reason: String)
    /// Kerberos failed for another reason, in libkrb5's words.
    case kerberos(String)
    /// Without TLS, the server would not seal the connection, or not strongly enough.
    case notSealed(String)
    /// The server knows other SASL mechanisms than the one that was asked for.
    case mechanismNotOffered(String, offered: [String])
    /// The server did not prove that it is the one that knows the password or holds the service's key.
    case serverNotProven(String)
}

extension AuthenticationFailure: CustomStringConvertible {
    /// One sentence that says what is wrong and what to look at.
    public var description: String {
        switch self {
        case .keytabUnusable(let path, let reason): "Kerberos: the keytab \(path) cannot be used: \(reason)"
        case .keyRefused(let path, let reason):
            "Kerberos: the KDC refuses the principal or the key in the keytab \(path): \(reason); "
                + "compare with klist -kte, and export the keytab again if the key has been changed since"
        case .serviceUnknown(let host, let reason):
            "Kerberos: the KDC has no service ldap/\(host): \(reason); use the name in the URL under which the server "
                + "is registered, or register ldap/\(host) for it"
        case .kerberos(let reason): "Kerberos: \(reason)"
        case .notSealed(let reason):
            "the server does not seal the connection strongly enough: \(reason); use ldaps:// or StartTLS, "
                + "or let the server offer confidentiality with 128 bits or more"
        case .mechanismNotOffered(let mechanism, let offered):
            "the server does not offer SASL \(mechanism), but \(Self.list(offered))"
        case .serverNotProven(let reason): "the server did not prove who it is: \(reason)"
        }
    }

    private static func list(_ mechanisms: [String]) -> String {
        mechanisms.isEmpty ? "no mechanism at all" : mechanisms.joined(separator: ", ")
    }
}
