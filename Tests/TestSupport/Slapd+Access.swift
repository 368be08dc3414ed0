public import LDAPClient

extension Slapd {
    /// Without TLS.
    public var usual: ConnectionSettings { get throws { try plain } }

    /// The entry of a person.
    public func person(_ uid: String) throws -> DistinguishedName {
        try peopleDN.appending("uid", uid)
    }

    /// Settings for the Unix socket.
    public var local: ConnectionSettings {
        get throws { ConnectionSettings(address: try ServerAddress(self["LDAPI_URL"])) }
    }
}
