internal import Foundation
internal import Glibc

/// A throw-away systemd-journald of its own; it lives as long as this object.
public final class Journald: Sendable {
    private let folder: String
    private var settings: [String: String] { (try? Slapd.readEnvironment(in: folder)) ?? [:] }
    /// Where its native socket can be reached.
    public let socket: String

    /// Starts one (`scripts/servers/journald`).
    public init() async throws {
        folder = "\(Repository.temporary)/journald-\(UInt32.random(in: 0 ... .max))"
        try await Command.run(Self.script, ["start", folder])
        socket = try Slapd.readEnvironment(in: folder)["SOCKET"] ?? ""
    }

    deinit {
        // Without the script: an object can end on a thread that must not wait.
        let settings = settings
        for key in ["PID", "HOLDER_PID"] {
            if let process = settings[key].flatMap(pid_t.init) { Glibc.kill(process, SIGKILL) }
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Ends journald as if the power went for it alone: nobody takes what is sent, until ``restart()``.
    public func kill() async throws {
        try await Command.run("/bin/kill", ["-KILL", settings["PID"] ?? ""])
    }

    /// Kills journald, if it runs, and starts it again on the same journal.
    public func restart() async throws {
        try await Command.run(Self.script, ["restart", folder])
    }

    /// Stops journald in its tracks: sends fill its buffer and then hang.
    public func freeze() async throws {
        try await Command.run("/bin/kill", ["-STOP", settings["PID"] ?? ""])
    }

    /// Lets a frozen journald go on.
    public func thaw() async throws {
        try await Command.run("/bin/kill", ["-CONT", settings["PID"] ?? ""])
    }

    /// The agent's entries, oldest first, after everything sent has been written.
    ///
    /// - Parameter matches: Further matches, such as `WRITEBACK_REQUEST_ID=r1`.
    public func entries(_ matches: String...) async throws -> [[String: String]] {
        let output = try await Command.run(
            Self.script, ["read", folder, "-q", "-o", "json", "SYSLOG_IDENTIFIER=writebackd"] + matches)
        return try output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any] ?? [:]).compactMapValues { $0 as? String }
        }
    }

    /// Everything in the journal, in the export format, to be searched for what must not be there.
    public func everything() async throws -> String {
        try await Command.run(Self.script, ["read", folder, "-q", "-o", "export"])
    }

    private static let script = Repository.root + "/scripts/servers/journald"
}
