/// A throw-away Active Directory domain controller (Samba) with sample people; it lives as long as this object.
///
/// The people's names, passwords and policies, and what the service account may do, are described in
/// `scripts/servers/samba`. Needs root.
public final class Samba: ThrowAwayDirectory {
    /// Where it lies.
    public let folder: String
    /// What the env file said when it was started.
    public let settings: [String: String]

    /// Starts a copy of the process's template on a free loopback address.
    ///
    /// - Parameter people: How many numbered people to add: `CN=u00001` and so on.
    public init(people: Int = 0) async throws {
        folder = Self.newFolder("samba")
        let template = try await SambaTemplate.made.value
        try await Command.run(Self.script, ["start", folder, "--from", template, "--people", "\(people)"])
        settings = try Self.readEnvironment(in: folder)
    }

    deinit { discard() }

    /// Starts the server again on the same address with the same data.
    public func restart() async throws {
        try await Command.run(Self.script, ["restart", folder])
    }

    /// Applies LDIF change records as the domain's administrator.
    public func modify(_ ldif: String) async throws {
        let client = ["-u", "LDAPNOINIT", "LDAPTLS_CACERT=\(caFile)", "/usr/bin/ldapmodify"]
        let bind = ["-x", "-H", self["LDAPS_URL"], "-D", self["ADMIN_DN"], "-w", self["ADMIN_PASSWORD"]]
        try await Command.run("/usr/bin/env", client + bind, input: ldif)
    }

    /// The script that runs it.
    public static let script = "\(Repository.root)/scripts/servers/samba"
}
