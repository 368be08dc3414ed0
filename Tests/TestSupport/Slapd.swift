/// A throw-away slapd with TLS, the ppolicy overlay and sample people; it lives as long as this object.
///
/// The people's names, passwords and policies are described in `scripts/servers/slapd`.
public final class Slapd: ThrowAwayDirectory {
    /// Which certificate the server presents.
    public enum Certificate: String, Sendable {
        /// For localhost and 127.0.0.1, signed by the CA of ``caFile``.
        case good
        /// The same, but expired.
        case expired
        /// For another host.
        case wrongHost = "wrong-host"
    }

    /// Where it lies.
    public let folder: String
    /// What the env file said when it was started.
    public let settings: [String: String]

    /// Starts a server on free ports of the loopback address.
    ///
    /// - Parameters:
    ///   - people: How many numbered people to add: `uid=u00001` and so on.
    ///   - certificate: What to present.
    ///   - kdc: The KDC whose tickets it takes from the service account.
    ///   - scram: Whether the service account's password is stored in clear, so that it can be used with SCRAM.
    public init(
        people: Int = 0, certificate: Certificate = .good, kdc: KDC? = nil, scram: Bool = false
    ) async throws {
        folder = Self.newFolder("slapd")
        let options =
            ["--people", "\(people)", "--cert", certificate.rawValue] + (kdc.map { ["--kdc", $0.folder] } ?? [])
            + (scram ? ["--scram"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Self.readEnvironment(in: folder)
    }

    /// Starts a server that takes the changes of another one and none of its own.
    ///
    /// - Parameter referral: Whether it names the other one for changes (result code 10) or only refuses them (53).
    public init(consumerOf provider: Slapd, referral: Bool) async throws {
        folder = Self.newFolder("slapd")
        let options = ["--consumer-of", provider.folder] + (referral ? ["--referral"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Self.readEnvironment(in: folder)
    }

    /// Starts a server that hands its changes out to others.
    public static func withServerID(_ number: Int) async throws -> Slapd {
        let folder = newFolder("slapd")
        try await Command.run(script, ["start", folder, "--server-id", "\(number)"])
        return try Slapd(running: folder)
    }

    /// Takes over a server that runs already.
    private init(running folder: String) throws {
        self.folder = folder
        settings = try Self.readEnvironment(in: folder)
    }

    /// Starts two servers, each with the changes of the other.
    static func pair(people: Int) async throws -> (Slapd, Slapd) {
        let folders = [newFolder("slapd"), newFolder("slapd")]
        try await Command.run(script, ["pair"] + folders + ["--people", "\(people)"])
        return (try Slapd(running: folders[0]), try Slapd(running: folders[1]))
    }

    deinit { discard() }

    /// Starts the server again on the same ports with the same data.
    public func restart(certificate: Certificate = .good) async throws {
        try await Command.run(Self.script, ["restart", folder, "--cert", certificate.rawValue])
    }

    /// Applies LDIF change records as the directory's administrator.
    public func modify(_ ldif: String) async throws {
        let arguments = ["-x", "-H", self["LDAPI_URL"], "-D", self["ADMIN_DN"], "-w", self["ADMIN_PASSWORD"]]
        try await Command.run("/usr/bin/ldapmodify", arguments, input: ldif)
    }

    /// The script that runs it.
    public static let script = "\(Repository.root)/scripts/servers/slapd"
}
