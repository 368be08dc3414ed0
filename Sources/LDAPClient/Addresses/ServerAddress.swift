/// Where a directory server listens: an LDAP URL without the parts that name an entry (RFC 4516).
public struct ServerAddress: Sendable, Hashable {
    /// How the server is spoken to.
    public enum Scheme: String, Sendable {
        /// TCP, in clear until StartTLS; port 389.
        case ldap
        /// TCP with TLS from the first byte; port 636.
        case ldaps
        /// A Unix socket on this machine.
        case ldapi
    }

    /// How the server is spoken to.
    public let scheme: Scheme
    /// The host name or address literal, without brackets; empty with ldapi.
    public let host: String
    /// The TCP port; 0 with ldapi.
    public let port: UInt16
    /// The path of the Unix socket; empty with the others.
    public let path: String

    init(scheme: Scheme, host: String = "", port: UInt16 = 0, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    /// Whether bytes sent there stay on this machine: a Unix socket, a loopback address literal, or `localhost`.
    ///
    /// No other name counts, whatever it may resolve to.
    public var isLocal: Bool {
        scheme == .ldapi || host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
    }

    /// The host as it stands in a URL, with brackets around an IPv6 address.
    var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }
}

extension ServerAddress: CustomStringConvertible {
    /// The URL, always with the port.
    public var description: String {
        switch scheme {
        case .ldap, .ldaps: "\(scheme.rawValue)://\(bracketedHost):\(port)"
        case .ldapi: "ldapi://\(Self.percentEncoded(path))"
        }
    }
}
