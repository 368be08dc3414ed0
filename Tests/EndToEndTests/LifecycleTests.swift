import Foundation
import TestSupport
import Testing

@Suite("Starting, reloading, stopping, and who may connect", .serialized)
struct LifecycleTests {
    @Test("a reload puts a new configuration in force; one with errors is refused and the old one stays")
    func reload() async throws {
        let stage = try await Stage()
        let good = try String(contentsOfFile: stage.daemon.folder + "/writebackd.toml", encoding: .utf8)
        try stage.daemon.write("writebackd.toml", good + "\n[operations]\nunlock = false\n")
        stage.daemon.signal(SIGHUP)
        try await stage.daemon.wait(until: "unlock is off") {
            try stage.ask("unlock", "alice")["code"] == "operation_off"
        }
        try stage.daemon.write("writebackd.toml", good + "\n[operations]\nunlok = true\n")
        stage.daemon.signal(SIGHUP)
        try await stage.daemon.wait(until: "the journal names the finding") {
            try await stage.journald.entries().contains { $0["MESSAGE"]?.contains("unlok") == true }
        }
        #expect(try stage.ask("unlock", "alice")["code"] == "operation_off")
    }

    @Test("a daemon with a wrong configuration stays up and says misconfigured")
    func misconfigured() async throws {
        let stage = try await Stage()
        stage.daemon.stop()
        let good = try String(contentsOfFile: stage.daemon.folder + "/writebackd.toml", encoding: .utf8)
        try stage.daemon.write("writebackd.toml", good + "\n[operation]\nreset = 1\n")
        // Without a valid file the socket's default path is used, so this one is handed over as systemd would.
        let socket = stage.daemon.folder + "/api.sock"
        let process = try ChildProcess(
            "/usr/bin/systemd-socket-activate",
            [
                "--listen=\(socket)", "--fdname=api", Repository.binaries + "/writebackd", "--config",
                stage.daemon.folder + "/writebackd.toml",
            ], output: stage.daemon.folder + "/output")
        defer { process.end() }
        try await stage.daemon.wait(until: "it answers") { (try? stage.daemon.get("/v1/health")) != nil }
        let health = try stage.daemon.get("/v1/health")
        #expect(health.status == 503)
        #expect(health["status"] == "misconfigured")
        let reply = try stage.ask("unlock", "alice")
        #expect(reply["code"] == "misconfigured")
    }

    @Test("a stranger's connection is closed before a byte of it is read, and the journal says whose it was")
    func stranger() async throws {
        let stage = try await Stage()
        chmod(stage.daemon.folder, 0o755)
        chmod(stage.daemon.socket, 0o666)
        await #expect(throws: TestFailure.self) {
            try await Command.run(
                "/usr/bin/setpriv",
                [
                    "--reuid=65534", "--clear-groups", "/usr/bin/curl", "-s", "--unix-socket", stage.daemon.socket,
                    "http://agent/v1/health",
                ])
        }
        let dropped = try await stage.journald.entries("WRITEBACK_PEER_UID=65534")
        #expect(dropped.count == 1)
    }

    @Test("a request in flight is finished before the daemon ends")
    func gracefulStop() async throws {
        let stage = try await Stage()
        let client = try SocketClient(path: stage.daemon.socket)
        let body = #"{"jti":"g1","op":"reset","account":{"name":"alice"},"new_password":"Correct-Horse-9"}"#
        let head = Daemon.head(body)
        // Both in one piece: when the first is answered, the beginning of the second has arrived.
        let status = #"{"jti":"g0","op":"status","account":{"name":"alice"}}"#
        client.send(Daemon.head(status) + status + head + body.prefix(20))
        #expect(try client.reply().status == 200)
        stage.daemon.signal(SIGTERM)
        try await stage.daemon.wait(until: "it stops") {
            try await stage.journald.entries().contains { $0["MESSAGE"]?.contains("stops") == true }
        }
        client.send(String(body.dropFirst(20)))
        #expect(try client.reply()["outcome"] == "applied")
        #expect(try await stage.signsIn("alice", "Correct-Horse-9"))
        #expect(stage.daemon.stop() == 0)
    }

    @Test("operations can be granted to a caller one by one")
    func grants() async throws {
        var changes = DaemonChanges()
        changes.caller = "users = [\"0\"]\noperations = [\"status\"]"
        let stage = try await Stage(changes: changes)
        #expect(try stage.ask("status", "alice").status == 200)
        #expect(try stage.ask("unlock", "alice")["code"] == "operation_not_granted")
    }
}
