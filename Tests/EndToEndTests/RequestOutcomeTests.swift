import Foundation
import TestSupport
import Testing

@Suite("Asking what became of a request", .serialized)
struct RequestOutcomeTests {
    @Test("what is on record is told: the very answer of an applied or refused request")
    func final() async throws {
        let stage = try await SignedStage()
        let applied = try stage.reset("alice", to: "Correct-Horse-9")
        let refused = try stage.reset("bob", to: "short")
        for request in [applied, refused] {
            #expect(try stage.recorded(request).status == 404)
            #expect(try stage.recorded(request)["code"] == "request_unknown")
            let reply = try stage.send(request)
            let told = try stage.recorded(request)
            #expect(told.body == reply.body)
            #expect(told.status == reply.status)
        }
    }

    @Test("a request in progress is told as such, and its answer when it has come")
    func inProgress() async throws {
        let stage = try await SignedStage()
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        try await stage.slapd.freeze()
        async let reply = stage.sendAside(request)
        try await stage.daemon.wait(until: "it is in progress") { try stage.recorded(request).status == 202 }
        #expect(try stage.recorded(request)["outcome"] == "in_progress")
        try await stage.slapd.thaw()
        let answer = try await reply
        #expect(answer?["outcome"] == "applied")
        #expect(try stage.recorded(request).body == answer?.body)
    }

    @Test("a request of which nobody knows the end is told as unknown, with what to do")
    func unknown() async throws {
        let stage = try await SignedStage(isProxied: true)
        let request = try stage.reset("alice", to: "Correct-Horse-9")
        stage.proxy.cut(at: SignedStage.passwordModify, .beforeRequest)
        let reply = try stage.send(request)
        #expect(reply["outcome"] == "unknown", "\(reply.body)")
        let told = try stage.recorded(request)
        #expect(told.status == 504)
        #expect(told["code"] == "outcome_unknown")
        #expect(told["retryable"] == "true")
    }

    @Test("nobody is told of another issuer's requests")
    func otherIssuer() async throws {
        let (one, other) = (try Cloud(), try Cloud(issuer: "https://other.example.test", keyID: "other-1"))
        var changes = DaemonChanges()
        changes.cloud = one
        let slapd = try await Slapd()
        let stage = try await Stage(slapd: slapd, changes: changes)
        try stage.daemon.write("other.jwks", other.publicKeys)
        let path = stage.daemon.folder + "/writebackd.toml"
        let second = """
            [callers.other]
            trust = "signature"
            issuer = "\(other.issuer)"
            keys = ["\(stage.daemon.folder)/other.jwks"]
            users = ["65534"]
            """
        try stage.daemon.write("writebackd.toml", try String(contentsOfFile: path, encoding: .utf8) + "\n" + second)
        stage.daemon.stop()
        try await stage.daemon.start()
        let id = Stage.newID()
        #expect(try stage.daemon.post(token: try one.token("unlock", "alice", id: id))["outcome"] == "applied")
        #expect(try stage.daemon.get("/v1/requests/\(id)")["outcome"] == "applied")
        chmod(stage.daemon.folder, 0o755)
        chmod(stage.daemon.socket, 0o666)
        for query in ["", "?iss=https://reset.example.test"] {
            let told = try await Command.run(
                "/usr/bin/setpriv",
                [
                    "--reuid=65534", "--clear-groups", "/usr/bin/curl", "-s", "--unix-socket", stage.daemon.socket,
                    "http://agent/v1/requests/\(id)\(query)",
                ])
            #expect(told.contains("request_unknown"), "\(told)")
        }
    }
}
