import TestSupport
import Testing

@Suite("A directory that is down, slow, wrong or forbidding", .serialized)
struct DirectoryFaultTests {
    /// A daemon for a slapd of its own, so that each test may break it.
    private func stage(_ change: (inout DaemonChanges, Slapd) throws -> Void) throws -> (Slapd, Journald, Daemon) {
        let (slapd, journald) = (try Slapd(), try Journald())
        var changes = DaemonChanges()
        changes.directory = "operation_timeout = \"1s\"\nconnect_timeout = \"1s\""
        try change(&changes, slapd)
        return (slapd, journald, try Daemon(slapd: slapd, journald: journald, changes: changes))
    }

    private let reset = #"{"jti":"f1","op":"reset","account":{"name":"alice"},"new_password":"Correct-Horse-9"}"#

    @Test("a directory that is down is named unreachable, may be retried, and works when it is back")
    func down() throws {
        let (slapd, _, daemon) = try stage { _, _ in }
        try slapd.kill()
        let reply = try daemon.post(reset)
        #expect(reply.status == 503)
        #expect(reply["code"] == "directory_unreachable")
        #expect(reply["outcome"] == "not_applied")
        #expect(reply["retryable"] == "true")
        #expect(reply.headers["retry-after"] != nil)
        try slapd.restart()
        #expect(try daemon.post(reset)["outcome"] == "applied")
    }

    @Test("a wrong CA, an expired certificate and another host's are told apart")
    func certificates() throws {
        let (slapd, _, foreign) = try stage { changes, slapd in changes.caFile = slapd["OTHER_CA_FILE"] }
        let reply = try foreign.post(reset)
        #expect(reply["code"] == "directory_tls")
        #expect(reply["outcome"] == "not_applied")
        try slapd.restart(certificate: .expired)
        let trusting = try Daemon(slapd: slapd, journald: nil)
        #expect(try trusting.get("/v1/health").body.contains("expired"))
        try slapd.restart(certificate: .wrongHost)
        let other = try Daemon(slapd: slapd, journald: nil)
        #expect(try other.get("/v1/health").body.contains("other.example.test"))
    }

    @Test("an agent with a wrong password says so, and does not lock its own account by trying on")
    func wrongServicePassword() throws {
        let (_, _, daemon) = try stage { changes, _ in changes.bindPassword = "not-the-password" }
        for _ in 0..<10 {
            let reply = try daemon.post(reset)
            #expect(reply["code"] == "directory_refused_agent")
        }
    }

    @Test("a server that stops answering after the write was sent leaves the outcome unknown, and says so")
    func frozen() async throws {
        let (slapd, journald, daemon) = try stage { _, _ in }
        #expect(try daemon.post(#"{"jti":"f0","op":"status","account":{"name":"alice"}}"#).status == 200)
        try slapd.freeze()
        let reply = try daemon.post(reset)
        try slapd.thaw()
        // The account could not even be found: nothing was sent that writes.
        #expect(reply["code"] == "directory_timeout")
        #expect(reply["outcome"] == "not_applied")
        #expect(try journald.entries("WRITEBACK_REQUEST_ID=f1", "WRITEBACK_OUTCOME=not_applied").count == 1)
    }

    @Test("a TLS handshake that is never answered ends in time")
    func stalledTLS() throws {
        let peer = try SilentPeer()
        let (_, _, daemon) = try stage { changes, _ in changes.server = "ldaps://localhost:\(peer.port)" }
        let reply = try daemon.post(reset)
        #expect(reply["outcome"] == "not_applied")
        #expect(["directory_unreachable", "directory_timeout", "directory_tls"].contains(reply["code"]))
    }
}
