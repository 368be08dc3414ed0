internal import Foundation
internal import Glibc

/// A throw-away Active Directory domain controller (Samba) with sample people; it lives as long as this object.
///
/// The people's names, passwords and policies, and what the service account may do, are described in
/// `scripts/servers/samba`. Needs root.
public final class Samba: Sendable {
    private let folder: String
    private let settings: [String: String]

    /// Starts a copy of the process's template on a free loopback address.
    ///
    /// - Parameter people: How many numbered people to add: `CN=u00001` and so on.
    public init(people: Int = 0) async throws {
        folder = "\(Repository.temporary)/samba-\(UInt32.random(in: 0 ... .max))"
        let template = try await SambaTemplate.made.value
        try await Command.run(Self.script, ["start", folder, "--from", template, "--people", "\(people)"])
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

    static let script = "\(Repository.root)/scripts/servers/samba"
}
