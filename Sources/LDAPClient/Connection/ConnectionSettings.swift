/// How one directory server is reached and what it must prove.
///
/// The server's certificate is always verified, against the CA file and the host name of the URL, and TLS is 1.2 at
/// least; neither can be turned off.
public struct ConnectionSettings: Sendable, Hashable {
    /// Where the server listens.
    public var address: ServerAddress
    /// Whether to demand StartTLS on an ldap:// address; the connection fails when the server refuses it.
    public var startTLS: Bool
    /// A file of PEM certificates to trust; nil means the system's, ``systemCAFile``.
    public var caFile: String?
    /// A PEM certificate to present when the server asks for one.
    public var clientCertificateFile: String?
    /// The key of that certificate, PEM.
    public var clientKeyFile: String?
    /// The longest that opening a connection may take, from name look-up to the answer to the bind; the deadline of the
    /// operation bounds it further.
    public var connectTimeout: Duration

    /// Where Debian keeps the system's trusted certificates.
    public static let systemCAFile = "/etc/ssl/certs/ca-certificates.crt"

    /// Makes settings.
    public init(
        address: ServerAddress,
        startTLS: Bool = false,
        caFile: String? = nil,
        clientCertificateFile: String? = nil,
        clientKeyFile: String? = nil,
        connectTimeout: Duration = .seconds(5)
    ) {
        self.address = address
        self.startTLS = startTLS
        self.caFile = caFile
        self.clientCertificateFile = clientCertificateFile
        self.clientKeyFile = clientKeyFile
        self.connectTimeout = connectTimeout
    }

    /// Checks what can be known without the server about a connection that is to act as `credentials`.
    ///
    /// - Throws: ``LDAPError/cleartextRefused(_:)``, or ``LDAPError/invalid(_:)`` for settings that contradict each other.
    public func validate(for credentials: Credentials) throws(LDAPError) {
        guard !startTLS || address.scheme == .ldap else {
            throw .invalid("StartTLS is for ldap:// addresses only, not for \(address)")
        }
        guard (clientCertificateFile == nil) == (clientKeyFile == nil) else {
            throw .invalid("a client certificate and its key go together; only one of the two is set")
        }
        if case .gssapi(let keytab) = credentials {
            try keytab.validate()
            guard address.scheme != .ldapi else {
                throw .invalid(
                    "GSSAPI asks for a ticket in the name of the server's host, which \(address) does not have")
            }
        }
        guard usesTLS || address.isLocal || credentials.sealsConnection else { throw .cleartextRefused(address) }
    }

    var usesTLS: Bool { address.scheme == .ldaps || startTLS }

    var trustedFile: String { caFile ?? Self.systemCAFile }
}
