import JOSE
import JSON
import Requests
import Testing

/// Signed requests that are not for this agent, or that say less or more than they must.
struct ClaimTests {
    private let scene: Scene

    init() throws {
        scene = try Scene()
    }

    @Test(arguments: [
        "https://reset.example.tes", "https://reset.example.test/", "HTTPS://reset.example.test", "cloud", "peer:cloud",
    ])
    func `an issuer that is not the key's is refused`(issuer: String) throws {
        #expect(try scene.refusal(of: RequestClaims(.unlock).with("iss", "\"\(issuer)\"")) == .wrongIssuer)
    }

    @Test(arguments: ["agent", "agent.example.tes", "agent.example.test.", "AGENT.example.test", "other.example.test"])
    func `a request for another agent is refused`(agent: String) throws {
        #expect(try scene.refusal(of: RequestClaims(.unlock).with("aud", "\"\(agent)\"")) == .wrongAudience)
    }

    @Test func `an issuer is held against the key before anything else of the request`() throws {
        let claims = RequestClaims(.unlock).with("aud", "\"x\"").with("exp", at: -1000)
        #expect(try scene.refusal(of: claims.with("iss", "\"x\"")) == .wrongIssuer)
        #expect(try scene.refusal(of: claims) == .wrongAudience)
    }

    @Test(arguments: [#"["agent.example.test"]"#, #"["agent.example.test","x"]"#, "[]"])
    func `one audience is named, not a list`(audience: String) throws {
        let found = Malformation(field: "aud", problem: .wrongType(expected: "a string"))
        #expect(try scene.refusal(of: RequestClaims(.unlock).with("aud", audience)) == .malformed(found))
    }

    @Test(arguments: ["iss", "aud", "jti", "iat", "exp", "auth_time", "op", "account"])
    func `a claim that every write needs is missed by its name`(name: String) throws {
        let found = Malformation(field: name, problem: .missing)
        #expect(try scene.refusal(of: RequestClaims(.unlock).without(name)) == .malformed(found))
    }

    @Test func `a payload that is no JSON is refused as a request, since its signature is good`() throws {
        for payload in ["", "x", "[]", "null", "{}"] {
            let token = try scene.signer.keys[0].sign(Array(payload.utf8), type: "writeback-request+jwt")
            let refusal = try #require(try scene.refusal(of: token))
            #expect(!refusal.isUnproven)
            #expect(refusal.entry.code == "malformed_request")
        }
    }

    @Test(arguments: Operation.allCases)
    func `an operation that is not granted is refused`(operation: Operation) throws {
        let scene = try Scene(try Signer("key-1").with { $0.operations.remove(operation) })
        #expect(try scene.refusal(of: try scene.claims(operation)) == .operationNotGranted(operation))
        for other in Operation.allCases where other != operation {
            #expect(try scene.refusal(of: try scene.claims(other)) == nil)
        }
    }

    @Test func `no password is opened for an operation that is not granted`() throws {
        let scene = try Scene(try Signer("key-1").with { $0.operations = [.status] })
        let claims = RequestClaims(.reset).with("new_password", "\"not sealed\"")
        #expect(try scene.refusal(of: claims)?.entry.code == "malformed_request")
        #expect(
            try scene.refusal(of: claims.with("new_password", "\"not-sealed\"")) == .operationNotGranted(.reset))
    }
}
