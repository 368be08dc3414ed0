import Foundation
import Glibc

/// A real journald of the test's own, started by `scripts/servers/journald` and stopped when the test lets go of it.
final class PrivateJournal {
    private let folder: String
    private var environment: [String: String] = [:]

    init() throws {
        folder = NSTemporaryDirectory() + "/journal-\(UUID().uuidString)"
        try Self.script("start", folder)
        try readEnvironment()
    }

    var socket: String { environment["SOCKET", default: ""] }

    /// Stops it as a deadlock would: the socket stays, nobody reads.
    func hang() { signal(SIGSTOP) }

    func goOn() { signal(SIGCONT) }

    /// Ends it without a chance to remove its socket.
    func die() { signal(SIGKILL) }

    func restart() throws {
        try Self.script("restart", folder)
        try readEnvironment()
    }

    /// All entries that match, each as its fields; a field that occurs more than once has an array.
    func entries(matching matches: String...) throws -> [[String: Any]] {
        let output = try Self.script(["read", folder, "--output=json"] + matches)
        return try output.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
    }

    private func signal(_ number: Int32) {
        guard let pid = environment["PID"].flatMap(pid_t.init), pid > 1 else { return }
        kill(pid, number)
    }

    private func readEnvironment() throws {
        let lines = try String(contentsOfFile: folder + "/env", encoding: .utf8).split(separator: "\n")
        environment = Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(parts[0]), String(parts[1]))
            })
    }

    @discardableResult
    private static func script(_ arguments: String...) throws -> String {
        try script(arguments)
    }

    private static func script(_ arguments: [String]) throws -> String {
        let here = URL(filePath: #filePath).resolvingSymlinksInPath()
        let process = Process()
        process.executableURL = here.appending(path: "../../../../scripts/servers/journald").standardizedFileURL
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: text, as: UTF8.self)
    }

    deinit {
        _ = try? Self.script("stop", folder)
    }
}
