internal import Foundation
internal import Glibc

/// A throw-away 389 Directory Server with TLS, password policies and sample people; it lives as long as this object.
///
/// The people's names, passwords and policies are described in `scripts/servers/389ds.d/tree`, those of FreeIPA's layout
/// in `scripts/servers/389ds.d/freeipa/tree`.
public final class DirectoryServer389: Sendable {
    private let folder: String
    private let settings: [String: String]

    /// Starts a server on free ports of the loopback address.
    ///
    /// - Parameters:
    ///   - people: How many numbered people to add: `uid=u00001` and so on.
    ///   - freeIPA: Whether to lay the directory out as FreeIPA does, with its attributes. Its plugins are not there:
    ///     nothing counts failures, makes Kerberos keys or lets a password expire.
    public init(people: Int = 0, freeIPA: Bool = false) async throws {
        folder = "\(Repository.temporary)/389ds-\(UInt32.random(in: 0 ... .max))"
        let options = ["--people", "\(people)"] + (freeIPA ? ["--freeipa"] : [])
        try await Command.run(Self.script, ["start", folder] + options)
        settings = try Slapd.read("\(folder)/env")
    }

    deinit {
        // Without the script: an object can end on a thread that must not wait.
        let state = try? Slapd.read("\(folder)/env")
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

    /// Starts the server again on the same ports with the same data; an orderly end takes it four seconds.
    public func restart() async throws {
        try await Command.run(Self.script, ["restart", folder])
    }

    /// Applies LDIF change records as Directory Manager, who is above all policy.
    public func modify(_ ldif: String) async throws {
        let arguments = ["-x", "-H", self["LDAPI_URL"], "-D", self["ADMIN_DN"], "-w", self["ADMIN_PASSWORD"]]
        try await Command.run("/usr/bin/ldapmodify", arguments, input: ldif)
    }

    private static let script = "\(Repository.root)/scripts/servers/389ds"
}
