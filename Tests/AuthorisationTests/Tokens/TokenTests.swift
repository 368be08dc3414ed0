import Authorisation
import JOSE
import Requests
import Secrets
import Testing

/// Tokens that prove nothing: each is refused under a name of its own, which only the journal learns.
struct TokenTests {
    private let scene: Scene

    init() throws {
        scene = try Scene()
    }

    private func raw(_ header: String) throws -> String {
        let token = RawToken(header: header, payload: Array(RequestClaims(.unlock).text.utf8))
        return try token.signed(by: scene.signer.keys[0])
    }

    private func good() throws -> String { try scene.signer.token(RequestClaims(.unlock)) }

    @Test(arguments: Operation.allCases)
    func `a good token is authorised in its caller's name`(operation: Operation) throws {
        let authorised = try scene.authorise(try scene.signer.token(try scene.claims(operation)))
        let (caller, identity) = (authorised.caller, authorised.identity)
        let details = authorised.request.details
        #expect(caller == "cloud")
        #expect(identity == RequestIdentity(issuer: "https://reset.example.test", id: "r-1"))
        #expect(details.operation == operation)
        #expect(details.account == .name("alice"))
    }

    @Test(arguments: [
        (#"{"alg":"EdDSA","kid":"key-1","typ":"JWT"}"#, Refusal.tokenType),
        (#"{"alg":"EdDSA","kid":"key-1"}"#, .tokenType),
        (#"{"alg":"none","kid":"key-1","typ":"writeback-request+jwt"}"#, .tokenAlgorithm),
        (#"{"alg":"HS256","kid":"key-1","typ":"writeback-request+jwt"}"#, .tokenAlgorithm),
        (#"{"alg":"ES256","kid":"key-1","typ":"writeback-request+jwt"}"#, .tokenAlgorithm),
        (#"{"alg":"EdDSA","kid":"key-2","typ":"writeback-request+jwt"}"#, .tokenKeyUnknown("key-2")),
        (#"{"alg":"EdDSA","typ":"writeback-request+jwt"}"#, .tokenMalformed("")),
        (#"{"alg":"EdDSA","kid":"key-1","typ":"writeback-request+jwt","crit":["exp"]}"#, .tokenCritical),
        (#"{"alg":"EdDSA","kid":"key-1","typ":"writeback-request+jwt","jwk":{}}"#, .tokenCritical),
        (#"{"alg":"EdDSA","kid":"key-1","kid":"key-1","typ":"writeback-request+jwt"}"#, .tokenMalformed("")),
    ])
    func `a header that is wrong is refused, however good the signature`(header: String, expected: Refusal) throws {
        let refusal = try #require(try scene.refusal(of: try raw(header)))
        #expect(refusal.entry.code == expected.entry.code)
        #expect(refusal.isUnproven)
        if case .tokenMalformed = expected { return }
        #expect(refusal == expected)
    }

    @Test func `a signature that is not by the key is refused`() throws {
        let parts = try good().split(separator: ".")
        let otherKey = try SigningKey.generate(.edDSA, id: "key-1")
        let byOther = try otherKey.sign(Array(RequestClaims(.unlock).text.utf8), type: Authorisation.tokenType)
        #expect(try scene.refusal(of: byOther) == .tokenSignature)
        let otherPayload = try scene.signer.token(RequestClaims(.status)).split(separator: ".")[1]
        #expect(try scene.refusal(of: "\(parts[0]).\(otherPayload).\(parts[2])") == .tokenSignature)
        let zero = RawToken(
            header: #"{"alg":"EdDSA","kid":"key-1","typ":"writeback-request+jwt"}"#,
            payload: Array(RequestClaims(.unlock).text.utf8)
        ).with(signature: [UInt8](repeating: 0, count: 64))
        #expect(try scene.refusal(of: zero) == .tokenSignature)
    }

    @Test func `a key is used with its own algorithm only`() throws {
        let scene = try Scene(try Signer("key-1", algorithm: .es256))
        let edwards = try Signer("key-1").token(RequestClaims(.unlock))
        #expect(try scene.refusal(of: edwards) == .tokenAlgorithm)
        #expect(try scene.refusal(of: try scene.signer.token(RequestClaims(.unlock))) == nil)
    }

    @Test(arguments: [
        "", ".", "..", "a.b", "a.b.c.d", "a.b.c.d.e", #"{"payload":"","signatures":[]}"#, "{}", "Bearer a.b.c", "é.é.é",
    ])
    func `what is no token is refused as malformed`(text: String) throws {
        let refusal = try #require(try scene.refusal(of: text))
        #expect(refusal.entry.code == "token_malformed")
        #expect(refusal.isUnproven)
    }

    @Test func `a token is refused for its size alone`() throws {
        #expect(try scene.refusal(of: String(repeating: "a", count: 65_537)) == .tokenTooLarge(limit: 65_536))
        let header = #"{"alg":"EdDSA","kid":"\#(String(repeating: "k", count: 2000))"}"#
        #expect(try scene.refusal(of: try raw(header)) == .tokenTooLarge(limit: 1024))
    }

    @Test func `two tokens are none`() throws {
        let token = try good()
        #expect(try scene.refusal(of: token + "." + token)?.entry.code == "token_malformed")
        #expect(try scene.refusal(of: token + "\n" + token)?.entry.code == "token_malformed")
        #expect(try scene.refusal(of: token + "=")?.isUnproven == true)
        #expect(try scene.refusal(of: " " + token)?.isUnproven == true)
        #expect(try scene.refusal(of: token + "\n")?.isUnproven == true)
    }

    @Test func `no sender who proved nothing hears what was wrong`() {
        let unproven: [Refusal] = [
            .tokenMalformed("x"), .tokenTooLarge(limit: 1), .tokenType, .tokenAlgorithm, .tokenCritical,
            .tokenKeyUnknown("x"), .tokenSignature,
        ]
        #expect(Set(unproven.map { Reply(refusal: $0, story: nil, contact: nil).body }).count == 1)
    }
}
