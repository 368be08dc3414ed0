public import LDAPClient
internal import Secrets

extension DirectoryServer389 {
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

    /// The name and password of Directory Manager, who is above all policy.
    public var adminCredentials: Credentials {
        get throws {
            .simple(try DistinguishedName(self["ADMIN_DN"]), SharedSecret(try Secret(utf8: self["ADMIN_PASSWORD"])))
        }
    }

    /// The entry of a person directly below ``peopleDN``.
    public func person(_ uid: String) throws -> DistinguishedName {
        try peopleDN.appending("uid", uid)
    }

    /// The password a person has in the beginning.
    public static func startPassword(_ uid: String) -> String {
        "Start-\(uid)-2024"
    }

    /// A person's name with `password`, or with the one from the beginning.
    public func credentials(_ uid: String, _ password: String? = nil) throws -> Credentials {
        .simple(try person(uid), SharedSecret(try Secret(utf8: password ?? Self.startPassword(uid))))
    }

    /// Settings for ldap:// without TLS; allowed because it is on this machine.
    public var plain: ConnectionSettings {
        get throws { ConnectionSettings(address: try ServerAddress(self["LDAP_URL"])) }
    }

    /// Settings for ldaps://, trusting the server's CA or another file, with the service's certificate if wanted.
    public func tls(caFile: String? = nil, certified: Bool = false) throws -> ConnectionSettings {
        ConnectionSettings(
            address: try ServerAddress(self["LDAPS_URL"]), caFile: caFile ?? self.caFile,
            clientCertificateFile: certified ? self["CLIENT_CERT"] : nil,
            clientKeyFile: certified ? self["CLIENT_KEY"] : nil)
    }

    /// Opens a connection, over TLS unless told otherwise: without it this server refuses the password modify operation.
    public func connect(
        _ settings: ConnectionSettings? = nil, as credentials: Credentials? = nil
    ) async throws -> LDAPConnection {
        try await LDAPConnection.open(
            try settings ?? tls(), credentials: try credentials ?? serviceCredentials, deadline: .now + .seconds(10))
    }

    /// Tries to sign in as a person, on a connection of its own.
    ///
    /// - Returns: The server's answer, whatever its code.
    public func bind(_ uid: String, _ password: String? = nil) async throws -> LDAPResult {
        let connection = try await connect(as: .anonymous)
        let result = try await connection.bind(try credentials(uid, password), deadline: .now + .seconds(10))
        await connection.close()
        return result
    }

    /// Locks a person out by three wrong passwords.
    public func lock(_ uid: String) async throws {
        for _ in 1...3 {
            let result = try await bind(uid, "Wrong-\(uid)")
            guard result.code == .invalidCredentials else { throw TestFailure("\(uid) cannot be locked: \(result)") }
        }
    }
}
