public import LDAPClient

extension DirectoryServer389 {
    /// Over TLS: without it this server refuses the password modify operation.
    public var usual: ConnectionSettings { get throws { try tls() } }

    /// The entry of a person directly below ``peopleDN``.
    public func person(_ uid: String) throws -> DistinguishedName {
        try peopleDN.appending("uid", uid)
    }

    /// Settings for ldaps:// with the service's certificate.
    public var certified: ConnectionSettings {
        get throws {
            ConnectionSettings(
                address: try ServerAddress(self["LDAPS_URL"]), caFile: caFile,
                clientCertificateFile: self["CLIENT_CERT"], clientKeyFile: self["CLIENT_KEY"])
        }
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
