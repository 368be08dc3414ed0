internal import LDAPClient
internal import Secrets

/// A connection of the agent's own to the server that is to change its password.
struct BoundIdentity {
    let connection: LDAPConnection
    /// The ways of the server.
    let dialect: any Dialect
    /// What the server took.
    let credentials: Credentials
    /// The password in them: the one in force.
    let password: SharedSecret
    /// Whose password it is.
    let name: DistinguishedName
    /// What is kept of the passwords before.
    let kept: BindPasswords

    /// Where the server listens.
    var address: ServerAddress { connection.address }
}

extension LDAPConnection {
    /// The entry that the connection acts as: the name that it was bound by, or what the server says (RFC 4532).
    func name(of credentials: Credentials, deadline: ContinuousClock.Instant) async throws(LDAPError)
        -> DistinguishedName
    {
        if case .simple(let name, _) = credentials { return name }
        let identity = try await whoAmI(deadline: deadline)
        guard identity.hasPrefix("dn:") else { throw .invalid("the server does not say which entry the agent is") }
        return try DistinguishedName(String(identity.dropFirst("dn:".count)))
    }
}
