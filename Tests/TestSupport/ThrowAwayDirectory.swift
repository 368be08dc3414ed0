public import LDAPClient
internal import Secrets

/// A directory server of a test, whose env file names its addresses, its people and the service account.
public protocol ThrowAwayDirectory: ThrowAwayServer {
    /// How it is spoken to unless something else is told.
    var usual: ConnectionSettings { get throws }

    /// The entry of a person.
    func person(_ name: String) throws -> DistinguishedName
}

extension ThrowAwayDirectory {
    /// The file of the CA that signed the server's certificate.
    public var caFile: String { self["CA_FILE"] }

    /// The entry that all others are below.
    public var baseDN: DistinguishedName { get throws { try DistinguishedName(self["BASE_DN"]) } }

    /// The entry above the people.
    public var peopleDN: DistinguishedName { get throws { try DistinguishedName(self["PEOPLE_DN"]) } }

    /// The entry of the service account.
    public var serviceDN: DistinguishedName { get throws { try DistinguishedName(self["SERVICE_DN"]) } }

    /// The service account's name and password.
    public var serviceCredentials: Credentials {
        get throws { .simple(try serviceDN, SharedSecret(try Secret(utf8: self["SERVICE_PASSWORD"]))) }
    }

    /// The name and password of the administrator, who is above all policy.
    public var adminCredentials: Credentials {
        get throws {
            .simple(try DistinguishedName(self["ADMIN_DN"]), SharedSecret(try Secret(utf8: self["ADMIN_PASSWORD"])))
        }
    }

    /// The password a person has in the beginning.
    public static func startPassword(_ name: String) -> String {
        "Start-\(name)-2024"
    }

    /// A person's name with `password`, or with the one from the beginning.
    public func credentials(_ name: String, _ password: String? = nil) throws -> Credentials {
        .simple(try person(name), SharedSecret(try Secret(utf8: password ?? Self.startPassword(name))))
    }

    /// Settings for ldap:// without TLS; allowed because it is on this machine.
    public var plain: ConnectionSettings {
        get throws { ConnectionSettings(address: try ServerAddress(self["LDAP_URL"])) }
    }

    /// Settings for ldaps://, trusting the server's CA or another file.
    public func tls(caFile: String? = nil) throws -> ConnectionSettings {
        ConnectionSettings(address: try ServerAddress(self["LDAPS_URL"]), caFile: caFile ?? self.caFile)
    }

    /// Settings for ldap:// with StartTLS.
    public func startTLS(caFile: String? = nil) throws -> ConnectionSettings {
        let address = try ServerAddress(self["LDAP_URL"])
        return ConnectionSettings(address: address, startTLS: true, caFile: caFile ?? self.caFile)
    }

    /// Opens a connection, as the service account unless told otherwise.
    public func connect(
        _ settings: ConnectionSettings? = nil, as credentials: Credentials? = nil
    ) async throws -> LDAPConnection {
        try await LDAPConnection.open(
            try settings ?? usual, credentials: try credentials ?? serviceCredentials, deadline: .now + .seconds(10))
    }
}
