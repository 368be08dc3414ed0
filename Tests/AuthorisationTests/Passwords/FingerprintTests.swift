import Authorisation
import JOSE
import Requests
import Secrets
import Testing

/// By what the same request is known again, and another one of its name told apart.
struct FingerprintTests {
    private let scene: Scene

    init() throws {
        scene = try Scene(try Signer("key-1", "key-2"))
    }

    private func fingerprint(_ claims: RequestClaims, by key: Int = 0) throws -> RequestFingerprint {
        try scene.authorise(try scene.signer.token(claims, by: key)).fingerprint
    }

    private func fingerprint(unsigned text: String, key: String = "k") throws -> RequestFingerprint {
        let portal = Caller(
            name: "portal", users: [1001], groups: [], operations: Set(Operation.allCases), proof: .peer)
        let authorisation = Authorisation(
            callers: [portal], agent: Scene.agent, keys: scene.authorisation.keys,
            fingerprintKey: SharedSecret(try Secret(utf8: key)))
        let request = try Request(parsing: try Secret(utf8: text))
        let authorised = try authorisation.authorise(request, from: Scene.peer)
        let issuer = authorised.identity.issuer
        #expect(issuer == "peer:portal")
        return authorised.fingerprint
    }

    @Test(arguments: Operation.allCases)
    func `a request that is signed anew is the same`(operation: Operation) throws {
        let claims = try scene.claims(operation)
        let later = claims.with("iat", at: 30).with("exp", at: 60).with("auth_time", at: -10)
        #expect(try fingerprint(claims) == fingerprint(later, by: 1))
    }

    @Test func `every member in clear makes it another one`() throws {
        let claims = try scene.claims(.reset)
        let others = [
            claims, claims.with("account", #"{"name":"bob"}"#), claims.with("account", #"{"id":"alice"}"#),
            claims.with("directory", #""corp""#), claims.with("directory", #""lab""#), claims.with("amr", #"["otp"]"#),
            claims.with("amr", #"["sms"]"#), claims.with("amr", #"["otp","sms"]"#),
            claims.with("amr", #"["sms","otp"]"#),
            claims.with("captcha", "true"), claims.with("captcha", "false"), claims.with("client", #""web""#),
            claims.with("client", #""app""#), claims.with("act", #"{"sub":"root"}"#),
            claims.with("act", #"{"sub":"admin"}"#), claims.with("unlock", "false"), claims.with("must_change", "true"),
            claims.with("unlock", "false").with("must_change", "true"),
            claims.with("client", #""web\",\"act\":\"root""#),
            claims.with("account", #"{"name":"a\") x"}"#),
        ]
        let details = try others.map { try fingerprint($0).details }
        #expect(Set(details).count == others.count)
        #expect(details.allSatisfy { $0.count == 32 })
        #expect(try Set(others.map { try Self.sealed(try fingerprint($0).passwords) }).count == 1)
        #expect(try fingerprint(RequestClaims(.unlock)).details != fingerprint(RequestClaims(.status)).details)
    }

    @Test func `a wish that is spelt out is the same as one that goes without saying`() throws {
        let claims = try scene.claims(.reset)
        #expect(try fingerprint(claims) == fingerprint(claims.with("unlock", "true").with("must_change", "false")))
        let forUser = claims.with("act", #"{"sub":"root"}"#)
        #expect(try fingerprint(forUser) == fingerprint(forUser.with("must_change", "true")))
    }

    @Test func `the same password sealed another time makes it another one`() throws {
        let (first, second) = (try scene.claims(.reset), try scene.claims(.reset))
        #expect(try fingerprint(first).details == fingerprint(second).details)
        #expect(try fingerprint(first).passwords != fingerprint(second).passwords)
    }

    @Test func `passwords that change places make it another one`() throws {
        let (one, two) = (try scene.seal("One-1"), try scene.seal("Two-2"))
        let claims = RequestClaims(.change)
        let straight = claims.with("current_password", "\"\(one)\"").with("new_password", "\"\(two)\"")
        let crossed = claims.with("current_password", "\"\(two)\"").with("new_password", "\"\(one)\"")
        let turned = claims.with("new_password", "\"\(two)\"").with("current_password", "\"\(one)\"")
        #expect(try fingerprint(straight) != fingerprint(crossed))
        #expect(try fingerprint(straight) == fingerprint(turned))
    }

    @Test(arguments: [Operation.unlock, .status])
    func `without a password there is nothing to compare`(operation: Operation) throws {
        #expect(try fingerprint(RequestClaims(operation)).passwords == .absent)
        let text = #"{"jti":"r-1","op":"\#(operation.rawValue)","account":{"name":"alice"}}"#
        #expect(try fingerprint(unsigned: text).passwords == .absent)
    }

    private static func reset(_ password: String) -> String {
        #"{"jti":"r-1","op":"reset","account":{"name":"alice"},"new_password":"\#(password)"}"#
    }

    private static func change(_ current: String, _ new: String) -> String {
        #"{"jti":"r-1","op":"change","account":{"name":"a"},"current_password":"\#(current)","new_password":"\#(new)"}"#
    }

    @Test func `unsealed passwords are compared under a key of the process`() throws {
        let first = try fingerprint(unsigned: Self.reset("New-1"))
        #expect(first == (try fingerprint(unsigned: Self.reset("New-1"))))
        #expect(first.passwords != (try fingerprint(unsigned: Self.reset("New-2")).passwords))
        let elsewhere = try fingerprint(unsigned: Self.reset("New-1"), key: "of another process")
        #expect(first.passwords != elsewhere.passwords)
        #expect(first.details == elsewhere.details)
        #expect(try Self.keyed(first.passwords) == SHA256.hmac(key: try Secret(utf8: "k"), Array("New-1".utf8)))
    }

    @Test func `two passwords cannot run into each other`() throws {
        let pairs = [("ab", "c"), ("a", "bc"), ("c", "ab"), ("bc", "a"), ("abc", "abc"), ("abc", "c")]
        let all = try pairs.map { try Self.keyed(try fingerprint(unsigned: Self.change($0.0, $0.1)).passwords) }
        #expect(Set(all).count == pairs.count)
    }

    @Test func `signed and unsigned requests have the same words for the same wish`() throws {
        let unsigned = try fingerprint(unsigned: #"{"jti":"r-1","op":"unlock","account":{"name":"alice"}}"#)
        #expect(try fingerprint(RequestClaims(.unlock)) == unsigned)
    }

    private static func sealed(_ fingerprint: PasswordFingerprint) throws -> [UInt8] {
        guard case .sealed(let digest) = fingerprint else { throw Refusal.stopping }
        return digest
    }

    private static func keyed(_ fingerprint: PasswordFingerprint) throws -> [UInt8] {
        guard case .keyed(let digest) = fingerprint else { throw Refusal.stopping }
        return digest
    }
}
