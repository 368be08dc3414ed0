public import LDAPClient

extension Samba {
    /// Over TLS.
    public var usual: ConnectionSettings { get throws { try tls() } }

    /// The entry of a person directly below OU=people, by its CN, or of oscar.
    public func person(_ name: String) throws -> DistinguishedName {
        try (name == "oscar" ? peopleDN.appending("OU", "undelegated") : peopleDN).appending("CN", name)
    }

    /// Locks a person's account with the wrong passwords that the domain's policy takes to do so.
    public func lock(_ name: String) async throws {
        let connection = try await connect(as: .anonymous)
        for _ in 1...3 {
            _ = try await connection.bind(try credentials(name, "wrong"), deadline: .now + .seconds(10))
        }
    }
}
