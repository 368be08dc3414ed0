internal import Glibc

/// A DNS server to ask instead of those that the system is configured with.
public struct NameServer: Sendable, Hashable {
    /// Its IPv4 address.
    public let address: String
    /// Its port.
    public let port: UInt16

    /// Takes an IPv4 address literal.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` for anything else.
    public init(address: String, port: UInt16 = 53) throws(LDAPError) {
        var parsed = in_addr()
        guard inet_pton(AF_INET, address, &parsed) == 1 else {
            throw .invalid("'\(ServerAddress.shown(address))' is not the IPv4 address of a name server")
        }
        self.address = address
        self.port = port
    }

    var socketAddress: sockaddr_in {
        var result = sockaddr_in()
        result.sin_family = sa_family_t(AF_INET)
        result.sin_port = port.bigEndian
        inet_pton(AF_INET, address, &result.sin_addr)
        return result
    }
}
