internal import Foundation
internal import Synchronization

/// The real daemon, as a process of its own with a folder of its own; it lives as long as this object.
public final class Daemon: Sendable {
    /// Where its socket, configuration, credentials and output lie.
    public let folder: String
    /// What it needs to run lives as long as it does.
    private let servers: (Slapd, Journald?)
    private let process = Mutex<ChildProcess?>(nil)
    /// What every start has in its environment.
    private let environment: [String]
    private let launcher: [String]

    /// Writes a configuration for a directory and a journal, and starts the daemon on it.
    ///
    /// - Parameters:
    ///   - slapd: The directory it serves as `corp`.
    ///   - journald: The journal it writes to; nil for a socket that does not exist.
    ///   - changes: Replaces lines of the configuration by key (`request_timeout`), or adds whole sections (`extra`).
    public init(slapd: Slapd, journald: Journald?, changes: DaemonChanges = DaemonChanges()) async throws {
        servers = (slapd, journald)
        (environment, launcher) = (changes.environment, changes.launcher)
        folder = "\(Repository.temporary)/daemon-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder + "/credentials", withIntermediateDirectories: true)
        try write("credentials/corp-bind-password", changes.bindPassword ?? slapd["SERVICE_PASSWORD"])
        for (name, value) in changes.credentials { try write("credentials/\(name)", value) }
        for (name, file) in changes.credentialFiles {
            try FileManager.default.copyItem(atPath: file, toPath: "\(folder)/credentials/\(name)")
        }
        if let cloud = changes.cloud { try write("cloud.jwks", cloud.publicKeys) }
        try write("writebackd.toml", changes.configuration(slapd, journald, folder))
        try await start()
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The path of its socket.
    public var socket: String { folder + "/api.sock" }

    /// Its process identifier.
    public var pid: Int32 { process.withLock { $0?.pid ?? 0 } }

    /// What it wrote to standard output and standard error.
    public var output: String { (try? String(contentsOfFile: folder + "/output", encoding: .utf8)) ?? "" }

    /// Writes a file into its folder.
    public func write(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    /// Starts it and waits until it answers.
    ///
    /// - Parameter environment: Variables of this start, as `NAME=value`, beside those of every start.
    public func start(environment: [String] = []) async throws {
        let process = try launch(environment: environment)
        try await wait(until: "it answers") { (try? self.get("/v1/health")) != nil || !process.isRunning }
        guard process.isRunning else { throw TestFailure("the daemon ended at once: \(self.output)") }
    }

    /// Starts it without waiting for it.
    @discardableResult
    public func launch(environment: [String] = []) throws -> ChildProcess {
        let words = launcher + [Repository.binaries + "/writebackd", "--config", folder + "/writebackd.toml"]
        let variables =
            ["CREDENTIALS_DIRECTORY=\(folder)/credentials", "LDAPNOINIT=1"] + self.environment + environment
        let process = try ChildProcess(
            words[0], Array(words.dropFirst()), environment: variables, output: folder + "/output")
        self.process.withLock { $0 = process }
        return process
    }

    /// Asks it to stop, as systemd would, and waits for its end; answers its wait status, 0 for a clean one.
    @discardableResult
    public func stop() -> Int32 {
        end(with: SIGTERM)
    }

    @discardableResult
    func end(with signal: Int32) -> Int32 {
        process.withLock { $0.take() }?.end(with: signal) ?? 0
    }

    /// Whether it has been started and has not ended.
    public var isRunning: Bool { process.withLock { $0?.isRunning ?? false } }

    /// Sends it a signal.
    public func signal(_ number: Int32) {
        Foundation.kill(pid, number)
    }

    /// Sends one request for an operation and reads its reply, over a connection of its own.
    public func post(_ body: String, contentType: String = "application/json") throws -> HTTPReply {
        let client = try SocketClient(path: socket)
        client.send(Self.head(body, contentType) + body)
        return try client.reply()
    }

    /// Asks for a path and reads the reply, over a connection of its own.
    public func get(_ path: String) throws -> HTTPReply {
        let client = try SocketClient(path: socket)
        client.send("GET \(path) HTTP/1.1\r\nHost: agent\r\n\r\n")
        return try client.reply()
    }

    /// The head of a request with `body`.
    public static func head(_ body: String, _ contentType: String = "application/json") -> String {
        "POST /v1/requests HTTP/1.1\r\nHost: agent\r\nContent-Type: \(contentType)\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n"
    }

    /// Polls until `condition` holds, for half a minute at most.
    public func wait(until what: String, _ condition: () async throws -> Bool) async throws {
        for _ in 0..<1500 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw TestFailure("waited in vain until \(what); the daemon's output: \(output)")
    }
}
