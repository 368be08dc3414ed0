public import LDAPClient

/// The keys of `[directory.NAME]` that say where its servers are and how they prove who they are.
public struct TransportSettings: Sendable, Equatable {
    /// The servers, in order of preference; none when DNS knows them.
    public let servers: [ServerAddress]
    /// The DNS domain whose records name the servers (RFC 2782); nil when they are listed.
    public let domain: String?
    /// Whether StartTLS is demanded; if so, all servers are ldap:// ones, and if not, none but local ones is.
    public let startTLS: Bool
    /// The file of PEM certificates that a server's certificate must lead to.
    public let caFile: String
    /// What the agent shows to servers that ask for a certificate.
    public let clientCertificate: ClientCertificate?

    init?(_ table: TableReader, bind method: BindMethod) {
        startTLS = table.flag("start_tls", default: false)
        // Kerberos seals the connection itself.
        let isSealed = method == .gssapi && !startTLS
        let knownStartTLS = table.isSound("start_tls", "bind") && !isSealed ? startTLS : nil
        domain = table.optional("servers_domain", .domain)
        let list = TextRule<ServerAddress>.server(startTLS: knownStartTLS)
        servers = table.list("servers", list, count: 1...8, default: domain == nil ? nil : [])
        if domain != nil, !servers.isEmpty {
            table.report("servers_domain", "and servers exclude each other; remove one of them")
        }
        caFile = table.value("ca_file", .path, default: ConnectionSettings.systemCAFile)
        clientCertificate = ClientCertificate.read(table)
        guard table.isSound("servers", "servers_domain", "start_tls", "ca_file", "client_certificate", "client_key")
        else { return nil }
    }

    /// Whether every server learns who the agent is from the connection itself (SASL EXTERNAL): the kernel tells it
    /// over ldapi, a client certificate over TLS.
    var identifiesAgent: Bool {
        if domain != nil { return clientCertificate != nil }
        return servers.allSatisfy { server in
            server.scheme == .ldapi || clientCertificate != nil && (server.scheme == .ldaps || startTLS)
        }
    }
}
