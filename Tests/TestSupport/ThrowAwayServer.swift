internal import Foundation
internal import Glibc

/// A server that one of `scripts/servers` has started in a folder of its own.
public protocol ThrowAwayServer: AnyObject, Sendable {
    /// The script that starts, stops, freezes and kills it.
    static var script: String { get }

    /// Where it lies.
    var folder: String { get }

    /// What the env file said when it was started.
    var settings: [String: String] { get }
}

extension ThrowAwayServer {
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

    /// A folder that no server has yet.
    static func newFolder(_ kind: String) -> String {
        "\(Repository.temporary)/\(kind)-\(UInt32.random(in: 0 ... .max))"
    }

    /// Reads a server's env file.
    static func readEnvironment(in folder: String) throws -> [String: String] {
        let lines = try Repository.text(at: "\(folder)/env").split(separator: "\n")
        let pairs = lines.map { line -> (String, String) in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        return Dictionary(pairs) { $1 }
    }

    /// Ends the server and removes its folder.
    ///
    /// Without the script: an object can end on a thread that must not wait.
    func discard() {
        let state = try? Self.readEnvironment(in: folder)
        if let process = state?["PID"].flatMap(pid_t.init) { Glibc.kill(process, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }
}
