internal import Foundation
internal import Glibc

/// A throw-away slapd with TLS, the ppolicy overlay and sample people; it lives as long as this object.
///
/// The people's names, passwords and policies are described in `scripts/servers/slapd`.
public final class Slapd: Sendable {
    /// Which certificate the server presents.
    public enum Certificate: String, Sendable {
        /// For localhost and 127.0.0.1, signed by the CA of ``caFile``.
        case good
        /// The same, but expired.
        case expired
        /// For another host.
        case wrongHost = "wrong-host"
    }

    private let folder: String
    private let settings: [String: String]

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
        folder = Self.newFolder()
        let options =
            ["--people", "\(people)", "--cert", certificate.rawValue] + (kdc.map { ["--kdc", $0.path] } ?? [])
            + (scram ? ["--scram"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Self.read("\(folder)/env")
    }

    /// Starts a server that takes the changes of another one and none of its own.
    ///
    /// - Parameter referral: Whether it names the other one for changes (result code 10) or only refuses them (53).
    public init(consumerOf provider: Slapd, referral: Bool) async throws {
        folder = Self.newFolder()
        let options = ["--consumer-of", provider.folder] + (referral ? ["--referral"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Self.read("\(folder)/env")
    }

    /// Starts a server that hands its changes out to others.
    public static func withServerID(_ number: Int) async throws -> Slapd {
        let folder = newFolder()
        try await Command.run(script, ["start", folder, "--server-id", "\(number)"])
        return try Slapd(running: folder)
    }

    /// Takes over a server that runs already.
    private init(running folder: String) throws {
        self.folder = folder
        settings = try Self.read("\(folder)/env")
    }

    /// Starts two servers, each with the changes of the other.
    static func pair(people: Int) async throws -> (Slapd, Slapd) {
        let folders = [newFolder(), newFolder()]
        try await Command.run(script, ["pair"] + folders + ["--people", "\(people)"])
        return (try Slapd(running: folders[0]), try Slapd(running: folders[1]))
    }

    deinit {
        // Without the script: an object can end on a thread that must not wait.
        let state = try? Self.read("\(folder)/env")
        if let process = state?["PID"].flatMap(pid_t.init) { Glibc.kill(process, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A line of the server's env file.
    public subscript(_ key: String) -> String { settings[key] ?? "" }

    /// Ends the server as if the power went.
    public func kill() async throws {
        try await Command.run(Self.script, ["kill9", folder])
    }

    /// Stops the server in its tracks: connections stay open and nothing is answered.
    public func freeze() async throws {
        try await Command.run(Self.script, ["freeze", folder])
    }

    /// Lets a frozen server go on.
    public func thaw() async throws {
        try await Command.run(Self.script, ["thaw", folder])
    }

    /// Starts the server again on the same ports with the same data.
    public func restart(certificate: Certificate = .good) async throws {
        try await Command.run(Self.script, ["restart", folder, "--cert", certificate.rawValue])
    }

    /// Applies LDIF change records as the directory's administrator.
    public func modify(_ ldif: String) async throws {
        let arguments = ["-x", "-H", self["LDAPI_URL"], "-D", self["ADMIN_DN"], "-w", self["ADMIN_PASSWORD"]]
        try await Command.run("/usr/bin/ldapmodify", arguments, input: ldif)
    }

    private static func newFolder() -> String {
        "\(Repository.temporary)/slapd-\(UInt32.random(in: 0 ... .max))"
    }

    private static let script = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("../../scripts/servers/slapd").standardized.path

    static func read(_ path: String) throws -> [String: String] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let pairs = lines.map { line -> (String, String) in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        return Dictionary(pairs) { $1 }
    }
}
