public import LDAPClient

/// The keys of `[directory.NAME]` that say where its servers are and how they prove who they are.
public struct TransportSettings: Sendable, Equatable {
    /// The servers, in order of preference; at least one.
    public let servers: [ServerAddress]
    /// Whether StartTLS is demanded; if so, all servers are ldap:// ones, and if not, none but local ones is.
    public let startTLS: Bool
    /// The file of PEM certificates that a server's certificate must lead to.
    public let caFile: String
    /// What the agent shows to servers that ask for a certificate.
    public let clientCertificate: ClientCertificate?

    init?(_ table: TableReader) {
        startTLS = table.flag("start_tls", default: false)
        let knownStartTLS = table.isSound("start_tls") ? startTLS : nil
        servers = table.list("servers", .server(startTLS: knownStartTLS), count: 1...8)
        caFile = table.value("ca_file", .path, default: ConnectionSettings.systemCAFile)
        clientCertificate = ClientCertificate.read(table)
        guard table.isSound("servers", "start_tls", "ca_file", "client_certificate", "client_key") else { return nil }
    }

    /// Whether every server learns who the agent is from the connection itself (SASL EXTERNAL): the kernel tells it
    /// over ldapi, a client certificate over TLS.
    var identifiesAgent: Bool {
        servers.allSatisfy { server in
            server.scheme == .ldapi || clientCertificate != nil && (server.scheme == .ldaps || startTLS)
        }
    }
}
