/// A throw-away 389 Directory Server with TLS, password policies and sample people; it lives as long as this object.
///
/// The people's names, passwords and policies are described in `scripts/servers/389ds.d/tree`, those of FreeIPA's layout
/// in `scripts/servers/389ds.d/freeipa/tree`.
public final class DirectoryServer389: ThrowAwayDirectory {
    /// Where it lies.
    public let folder: String
    /// What the env file said when it was started.
    public let settings: [String: String]

    /// Starts a server on free ports of the loopback address.
    ///
    /// - Parameters:
    ///   - people: How many numbered people to add: `uid=u00001` and so on.
    ///   - freeIPA: Whether to lay the directory out as FreeIPA does, with its attributes. Its plugins are not there:
    ///     nothing counts failures, makes Kerberos keys or lets a password expire.
    public init(people: Int = 0, freeIPA: Bool = false) async throws {
        folder = Self.newFolder("389ds")
        let options = ["--people", "\(people)"] + (freeIPA ? ["--freeipa"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Self.readEnvironment(in: folder)
    }

    deinit { discard() }

    /// Starts the server again on the same ports with the same data; an orderly end takes it four seconds.
    public func restart() async throws {
        try await Command.run(Self.script, ["restart", folder])
    }

    /// Applies LDIF change records as Directory Manager, who is above all policy.
    public func modify(_ ldif: String) async throws {
        let arguments = ["-x", "-H", self["LDAPI_URL"], "-D", self["ADMIN_DN"], "-w", self["ADMIN_PASSWORD"]]
        try await Command.run("/usr/bin/ldapmodify", arguments, input: ldif)
    }

    /// The script that runs it.
    public static let script = "\(Repository.root)/scripts/servers/389ds"
}
