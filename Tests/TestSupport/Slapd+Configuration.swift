extension Slapd {
    /// Applies LDIF change records to the server's own configuration, below cn=config; they take effect at once.
    public func configure(_ ldif: String) async throws {
        try await Command.run("/usr/bin/ldapmodify", ["-Q", "-Y", "EXTERNAL", "-H", self["LDAPI_URL"]], input: ldif)
    }
}
