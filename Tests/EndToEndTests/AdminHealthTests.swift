import Foundation
import LDAPClient
import TestSupport
import Testing

@Suite("How the directories and their servers are, as it is told", .serialized, .timeLimit(.minutes(3)))
struct AdminHealthTests {
    @Test("a directory that is not of the configured kind is down, and says what it is")
    func wrongKind() async throws {
        let stage = try await Stage()
        let file = stage.daemon.folder + "/writebackd.toml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try stage.daemon.write(
            "writebackd.toml", text.replacing("kind = \"openldap\"", with: "kind = \"active-directory\""))
        stage.daemon.stop()
        try await stage.daemon.start()
        try await stage.daemon.wait(until: "the directory was asked") {
            try stage.daemon.get("/v1/health").value(at: "directories.0.status") == "down"
        }
        let health = try stage.daemon.get("/v1/health")
        #expect(health.status == 503)
        #expect(health.value(at: "directories.0.code") == "directory_kind", "\(health.body)")
        #expect(health.value(at: "directories.0.reason")?.contains("OpenLDAP") == true)
        #expect(health.value(at: "directories.0.servers.0.status") == "unsuitable")
        #expect(try stage.daemon.check("alice")["code"] == "directory_kind")
        let told = try stage.daemon.writebackctl("status")
        #expect(told.status == 1)
        #expect(told.output.contains("OpenLDAP"))
        try await stage.daemon.wait(until: "the journal tells that the server is avoided") {
            try await stage.journald.entries("MESSAGE_ID=e4e9233aca1c46da87a54a31f9c3b592").count == 1
        }
    }

    @Test("a server that goes is told as avoided, one that comes back as returned")
    func servers() async throws {
        let pair = try await SlapdPair()
        var changes = DaemonChanges()
        changes.server = "\(pair.first["LDAPS_URL"])\", \"\(pair.second["LDAPS_URL"])"
        let stage = try await Stage(slapd: pair.first, changes: changes)
        #expect(try stage.daemon.check("alice")["server"] == pair.first["LDAPS_URL"])
        try await pair.first.kill()
        let reply = try stage.daemon.check("alice")
        #expect(reply["server"] == pair.second["LDAPS_URL"], "\(reply.body)")
        let health = try stage.daemon.get("/v1/health")
        #expect(health.status == 200)
        #expect(health.value(at: "directories.0.servers.0.status") == "down", "\(health.body)")
        #expect(health.value(at: "directories.0.servers.1.status") == "up")
        #expect(try stage.daemon.writebackctl("status").output.contains("server \(pair.first["LDAPS_URL"]): down"))
        try await stage.daemon.wait(until: "the journal tells that it is avoided") {
            try await tells("e4e9233aca1c46da87a54a31f9c3b592", pair.first, stage)
        }
        try await pair.first.restart()
        for _ in 0..<3 where try await !tells("6f5228ea023e4278baa5a6b49be11a68", pair.first, stage) {
            try? await stage.daemon.wait(until: "the journal tells that it is back") {
                try await tells("6f5228ea023e4278baa5a6b49be11a68", pair.first, stage)
            }
        }
        #expect(try await tells("6f5228ea023e4278baa5a6b49be11a68", pair.first, stage))
        #expect(try stage.daemon.check("alice")["server"] == pair.first["LDAPS_URL"])
    }

    private func tells(_ event: String, _ server: Slapd, _ stage: Stage) async throws -> Bool {
        try await stage.journald.entries("MESSAGE_ID=\(event)").contains {
            $0["WRITEBACK_SERVER"] == server["LDAPS_URL"]
        }
    }
}
