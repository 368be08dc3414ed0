import Foundation
import TestSupport
import Testing

@Suite("Who may ask what an administrator may", .serialized, .timeLimit(.minutes(2)))
struct AdminRightsTests {
    private static let caller = 65534

    private func stage() async throws -> Stage {
        var changes = DaemonChanges()
        changes.caller = "users = [\"\(Self.caller)\"]"
        let stage = try await Stage(changes: changes)
        chmod(stage.daemon.folder, 0o755)
        chmod(stage.daemon.socket, 0o666)
        return stage
    }

    private func asCaller(_ stage: Stage, _ route: String, _ body: String) async throws -> String {
        try await Command.run(
            "/usr/bin/setpriv",
            [
                "--reuid=\(Self.caller)", "--clear-groups", "/usr/bin/curl", "-s", "--unix-socket", stage.daemon.socket,
                "-H", "Content-Type: application/json", "-d", body, "http://agent/v1/\(route)",
            ])
    }

    @Test("a caller that is neither root nor the agent may not")
    func caller() async throws {
        let stage = try await stage()
        let request = #"{"jti":"c1","op":"status","account":{"name":"alice"}}"#
        #expect(try await asCaller(stage, "requests", request).contains(#""outcome":"answered""#))
        for (route, body) in [("check", #"{"account":{"name":"alice"}}"#), ("rotate-bind", #"{"directory":"corp"}"#)] {
            #expect(try await asCaller(stage, route, body).contains(#""code":"unknown_caller""#))
        }
        #expect(stage.daemon.bindPasswords.isEmpty)
        let refused = try await stage.journald.entries("WRITEBACK_CODE=unknown_caller")
        #expect(refused.count { $0["WRITEBACK_PEER_UID"] == "\(Self.caller)" } == 2)
    }

    @Test("root may, without being a caller by that")
    func root() async throws {
        let stage = try await stage()
        #expect(try stage.daemon.check("alice").status == 200)
        #expect(try stage.daemon.get("/v1/health").status == 200)
        for operation in ["status", "unlock"] {
            #expect(try stage.ask(operation, "alice")["code"] == "unknown_caller")
        }
        #expect(try stage.daemon.post(token: "a.b.c")["code"] == "unknown_caller")
        #expect(try stage.daemon.get("/v1/requests/c1?iss=peer:test")["code"] == "unknown_caller")
    }
}
