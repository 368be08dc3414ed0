import Authorisation
import Requests
import Secrets
import Testing

/// Whose signature counts on which connection.
struct CallerKeyTests {
    private func peer(_ uid: UInt32) -> Peer { Peer(uid: uid, gid: 9, pid: 1) }

    @Test func `two callers of one peer are told apart by the key`() throws {
        let second = try Signer("key-2").with { ($0.name, $0.issuer) = ("second", "https://second.example.test") }
        let scene = try Scene(try Signer("key-1"), others: [try second.caller])
        let first = try scene.authorise(try scene.signer.token(RequestClaims(.unlock)))
        let other = try scene.authorise(try second.token(RequestClaims(.unlock, issuer: second.issuer)))
        let names = [first.caller, other.caller]
        let issuers = [first.identity.issuer, other.identity.issuer]
        #expect(names == ["cloud", "second"])
        #expect(issuers == [scene.signer.issuer, second.issuer])
    }

    @Test func `a caller cannot speak in another's name with its own key`() throws {
        let second = try Signer("key-2").with { ($0.name, $0.issuer) = ("second", "https://second.example.test") }
        let scene = try Scene(try Signer("key-1"), others: [try second.caller])
        let stolen = try second.token(RequestClaims(.unlock, issuer: scene.signer.issuer))
        #expect(try scene.refusal(of: stolen) == .wrongIssuer)
        let relabelled = try scene.signer.token(RequestClaims(.unlock, issuer: second.issuer))
        #expect(try scene.refusal(of: relabelled) == .wrongIssuer)
    }

    @Test func `a caller has its own rights, not those of the other one of its peer`() throws {
        let second = try Signer("key-2").with {
            ($0.name, $0.issuer, $0.operations) = ("second", "https://second.example.test", [.status])
        }
        let scene = try Scene(try Signer("key-1"), others: [try second.caller])
        #expect(
            try scene.refusal(of: try second.token(RequestClaims(.unlock, issuer: second.issuer)))
                == .operationNotGranted(.unlock))
        #expect(try scene.refusal(of: try second.token(RequestClaims(.status, issuer: second.issuer))) == nil)
        #expect(try scene.refusal(of: RequestClaims(.unlock)) == nil)
    }

    @Test func `a caller's key is worth nothing on another caller's peer`() throws {
        let second = try Signer("key-2").with {
            ($0.name, $0.issuer, $0.users) = ("second", "https://second.example.test", [2002])
        }
        let scene = try Scene(try Signer("key-1"), others: [try second.caller])
        let (mine, its) = (
            try scene.signer.token(RequestClaims(.unlock)),
            try second.token(RequestClaims(.unlock, issuer: second.issuer))
        )
        #expect(try scene.refusal(of: its, from: peer(1001)) == .tokenKeyUnknown("key-2"))
        #expect(try scene.refusal(of: mine, from: peer(2002)) == .tokenKeyUnknown("key-1"))
        #expect(try scene.refusal(of: its, from: peer(2002)) == nil)
        #expect(try scene.refusal(of: mine, from: peer(3003)) == .unknownCaller)
    }

    @Test func `all keys of a caller are good at once, and none but they`() throws {
        let signer = try Signer("key-1", "key-2", "key-3")
        let scene = try Scene(signer)
        for key in 0..<3 { #expect(try scene.refusal(of: try signer.token(RequestClaims(.unlock), by: key)) == nil) }
        let known = try Scene(try Signer("key-1"))
        #expect(
            try known.refusal(of: try signer.token(RequestClaims(.unlock), by: 1)) == .tokenKeyUnknown("key-2"))
        #expect(try known.refusal(of: try signer.token(RequestClaims(.unlock))) == .tokenSignature)
    }

    @Test func `a key is found by its whole name`() throws {
        let scene = try Scene(try Signer("key-1"))
        for id in ["key", "key-10", "KEY-1", "key-1 "] {
            #expect(try scene.refusal(of: try Signer(id).token(RequestClaims(.unlock))) == .tokenKeyUnknown(id))
        }
    }

    @Test func `a caller that must sign sends nothing unsigned`() throws {
        let scene = try Scene()
        #expect(throws: Refusal.signatureRequired) {
            let text = #"{"jti":"r","op":"status","account":{"name":"a"}}"#
            let request = try Request(parsing: try Secret(utf8: text))
            _ = try scene.authorisation.authorise(request, from: Scene.peer)
        }
    }

    @Test func `a caller that is known by its peer sends no token`() throws {
        let portal = Caller(
            name: "portal", users: [2002], groups: [], operations: Set(Operation.allCases), proof: .peer)
        let scene = try Scene(others: [portal])
        let token = try scene.signer.token(RequestClaims(.unlock))
        #expect(try scene.refusal(of: token, from: peer(2002)) == .signatureUnexpected)
        #expect(try scene.refusal(of: "no token", from: peer(2002)) == .signatureUnexpected)
    }

    @Test func `a peer that is one caller by itself and another by signature is neither`() throws {
        let portal = Caller(
            name: "portal", users: [1001], groups: [], operations: Set(Operation.allCases), proof: .peer)
        let scene = try Scene(others: [portal])
        #expect(try scene.refusal(of: try scene.signer.token(RequestClaims(.unlock))) == .unknownCaller)
        #expect(scene.authorisation.callers(of: Scene.peer).isEmpty)
    }

    @Test func `which of two signing callers a peer is, nobody says before it has signed`() throws {
        let second = try Signer("key-2").with { $0.name = "second" }
        let scene = try Scene(try Signer("key-1"), others: [try second.caller])
        #expect(scene.authorisation.caller(of: Scene.peer) == nil)
        #expect(scene.authorisation.callers(of: Scene.peer).map(\.name) == ["second", "cloud"])
        #expect(try Scene().authorisation.caller(of: Scene.peer)?.name == "cloud")
    }
}
