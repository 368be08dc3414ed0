import TestSupport
import Testing

@Suite("A directory that is down, slow, wrong or forbidding", .serialized)
struct DirectoryFaultTests {
    /// A daemon for a slapd of its own, so that each test may break it.
    private func stage(_ change: (inout DaemonChanges, Slapd) throws -> Void) async throws -> (Slapd, Journald, Daemon)
    {
        let (slapd, journald) = (try await Slapd(), try await Journald())
        var changes = DaemonChanges()
        changes.directory = "operation_timeout = \"1s\"\nconnect_timeout = \"1s\""
        try change(&changes, slapd)
        return (slapd, journald, try await Daemon(slapd: slapd, journald: journald, changes: changes))
    }

    private let reset = #"{"jti":"f1","op":"reset","account":{"name":"alice"},"new_password":"Correct-Horse-9"}"#

    @Test("a directory that is down is named unreachable, may be retried, and works when it is back")
    func down() async throws {
        let (slapd, _, daemon) = try await stage { _, _ in }
        try await slapd.kill()
        let reply = try daemon.post(reset)
        #expect(reply.status == 503)
        #expect(reply["code"] == "directory_unreachable")
        #expect(reply["outcome"] == "not_applied")
        #expect(reply["retryable"] == "true")
        #expect(reply.headers["retry-after"] != nil)
        try await slapd.restart()
        let again = try daemon.post(reset)
        #expect(again["outcome"] == "applied", "\(again.body)")
    }

    @Test("a wrong CA, an expired certificate and another host's are told apart")
    func certificates() async throws {
        let (slapd, _, foreign) = try await stage { changes, slapd in changes.caFile = slapd["OTHER_CA_FILE"] }
        let reply = try foreign.post(reset)
        #expect(reply["code"] == "directory_tls")
        #expect(reply["outcome"] == "not_applied")
        try await slapd.restart(certificate: .expired)
        let trusting = try await Daemon(slapd: slapd, journald: nil)
        try await trusting.wait(until: "health says expired") {
            try trusting.get("/v1/health").body.contains("expired")
        }
        try await slapd.restart(certificate: .wrongHost)
        let other = try await Daemon(slapd: slapd, journald: nil)
        try await other.wait(until: "health names the other host") {
            try other.get("/v1/health").body.contains("other.example.test")
        }
    }

    @Test("an agent with a wrong password says so, and does not lock its own account by trying on")
    func wrongServicePassword() async throws {
        let (_, _, daemon) = try await stage { changes, _ in changes.bindPassword = "not-the-password" }
        for _ in 0..<10 {
            let reply = try daemon.post(reset)
            #expect(reply["code"] == "directory_refused_agent")
        }
    }

    @Test("a server that stops answering after the write was sent leaves the outcome unknown, and says so")
    func frozen() async throws {
        let (slapd, journald, daemon) = try await stage { _, _ in }
        #expect(try daemon.post(#"{"jti":"f0","op":"status","account":{"name":"alice"}}"#).status == 200)
        try await slapd.freeze()
        let reply = try daemon.post(reset)
        try await slapd.thaw()
        // The account could not even be found: nothing was sent that writes.
        #expect(reply["code"] == "directory_timeout")
        #expect(reply["outcome"] == "not_applied")
        #expect(try await journald.entries("WRITEBACK_REQUEST_ID=f1", "WRITEBACK_OUTCOME=not_applied").count == 1)
    }

    @Test("a TLS handshake that is never answered ends in time")
    func stalledTLS() async throws {
        let peer = try SilentPeer()
        let (_, _, daemon) = try await stage { changes, _ in changes.server = "ldaps://localhost:\(peer.port)" }
        let reply = try daemon.post(reset)
        #expect(reply["outcome"] == "not_applied")
        #expect(["directory_unreachable", "directory_timeout", "directory_tls"].contains(reply["code"]))
    }
}
