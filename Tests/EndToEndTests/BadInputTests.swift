import TestSupport
import Testing

@Suite("Bad input touches nothing", .serialized)
struct BadInputTests {
    private static func body(_ members: String) -> String { #"{"jti":"b1","op":"reset",\#(members)}"# }
    private static let account = #""account":{"name":"alice"}"#

    @Test("every malformed request names its field, and the entry stays as it was")
    func malformed() async throws {
        let stage = try await Stage()
        let before = try await stage.value("entryCSN", of: "alice")
        let long = String(repeating: "x", count: 257)
        let cases: [(body: String, field: String, problem: String)] = [
            ("?nonsense", "", "not_json"), ("", "", "not_json"), ("[]", "", "wrong_type"),
            (Self.body(Self.account), "new_password", "missing_member"),
            (Self.body(#"\#(Self.account),"new_password":"a","extra":1"#), "extra", "unknown_member"),
            (Self.body(#"\#(Self.account),\#(Self.account),"new_password":"a""#), "account", "duplicate_member"),
            (Self.body(#"\#(Self.account),"new_password":7"#), "new_password", "wrong_type"),
            (Self.body(#"\#(Self.account),"new_password":"""#), "new_password", "empty"),
            (Self.body(#"\#(Self.account),"new_password":"a\u0000b""#), "new_password", "holds_nul"),
            (Self.body(#"\#(Self.account),"new_password":"\#(long)""#), "new_password", "too_long"),
            (Self.body(#"\#(Self.account),"new_password":"\ud800""#), "new_password", "invalid_unicode"),
            (Self.body(#""account":{"name":" alice"},"new_password":"a""#), "account.name", "forbidden_character"),
            (Self.body(#""account":{"name":"\#(long)"},"new_password":"a""#), "account.name", "too_long"),
        ]
        for (body, field, problem) in cases {
            let reply = try stage.daemon.post(body)
            #expect(reply.status == 400)
            #expect(reply["code"] == "malformed_request")
            #expect(reply["parameters.field"] == field, "\(body)")
            #expect(reply["parameters.problem"] == problem, "\(body)")
        }
        #expect(try await stage.value("entryCSN", of: "alice") == before)
    }

    @Test("a thousand idle connections do not keep a caller out")
    func idleConnections() async throws {
        let stage = try await Stage()
        let idle = try (0..<1000).map { _ in try SocketClient(path: stage.daemon.socket) }
        #expect(try stage.ask("status", "alice").status == 200)
        #expect(idle.count == 1000)
    }

    @Test("a client that goes away in the middle leaves nothing half done, and the next one is served")
    func disconnect() async throws {
        let stage = try await Stage()
        let before = try await stage.value("entryCSN", of: "alice")
        for cut in [1, 30, 90, 150] {
            let body = Self.body(#"\#(Self.account),"new_password":"Correct-Horse-9""#)
            let client = try SocketClient(path: stage.daemon.socket)
            client.send(String((Daemon.head(body) + body).prefix(cut)))
        }
        #expect(try stage.ask("status", "alice").status == 200)
        #expect(try await stage.value("entryCSN", of: "alice") == before)
    }

    @Test("fifty requests at once for one account are done one after the other, and none fails for the others' sake")
    func oneAccount() async throws {
        let stage = try await Stage()
        let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<50 {
                group.addTask { try stage.reset("alice", to: "Correct-Horse-\(number)x", id: "c\(number)")["outcome"] }
            }
            return try await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "applied" } == 50)
    }
}
