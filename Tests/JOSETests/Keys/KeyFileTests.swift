import JSON
import Testing

@testable import JOSE

/// Files with keys, as administrators write them.
struct KeyFileTests {
    private func problem(_ text: String) -> KeyProblem? { error(text)?.problem }

    private func error(_ text: String) -> KeyError? {
        do throws(KeyError) {
            _ = try VerificationKeys.read(text)
            return nil
        } catch {
            return error
        }
    }

    private func named(_ id: String, _ more: String = "") -> String {
        StandardKeys.ed25519.replacing("}", with: #","kid":"\#(id)"\#(more)}"#)
    }

    @Test func `a set is read in its order, with members that mean nothing here ignored`() throws {
        let rsa = StandardKeys.rsa(algorithm: "PS256")
        let more = #","x5c":["MIIB"],"key_ops":["verify"],"use":"sig","alg":"EdDSA","ext":true,"n2":{"a":[1,null]}"#
        let keys = try VerificationKeys.read(#" {"keys":[\#(named("a", more)),\#(rsa)],"more":{"x":1}} "#)
        #expect(keys.map(\.id) == ["a", "2011-04-29"])
        #expect(keys.map(\.algorithm) == [.edDSA, .ps256])
    }

    @Test func `a file without a key is refused`() {
        #expect(problem(#"{"keys":[]}"#) == .noKeys)
        #expect(problem("") == .notKeys)
        #expect(problem("ssh-ed25519 AAAA") == .notKeys)
        #expect(problem("[]") == .notKeys)
        #expect(problem("{}") == .malformed(.init(field: "kty", problem: .missing)))
        #expect(problem(#"{"keys":[{}]}"#) == .malformed(.init(field: "keys[0].kty", problem: .missing)))
        #expect(problem(#"{"keys":[],"keys":[]}"#) == .malformed(.init(field: "keys", problem: .duplicateMember)))
        #expect(problem(#"{"keys":[]} {}"#) == .malformed(.init(field: "", problem: .notJSON(offset: 12))))
    }

    @Test func `sixteen keys are taken and seventeen are not`() throws {
        let keys = (0..<17).map { named("\($0)") }
        let set = { (count: Int) in #"{"keys":[\#(keys.prefix(count).joined(separator: ","))]}"# }
        #expect(try VerificationKeys.read(set(16)).count == 16)
        #expect(problem(set(17)) == .tooMany(limit: 16))
    }

    @Test func `a file of 64 KiB is taken and a larger one is not`() throws {
        let key = named("a")
        let padded = { (size: Int) in key + String(repeating: " ", count: size - key.utf8.count) }
        #expect(try VerificationKeys.read(padded(65_536)).count == 1)
        #expect(problem(padded(65_537)) == .tooLarge(limit: 65_536))
    }

    @Test func `two keys with one identifier are refused, even when it is a thumbprint`() {
        #expect(
            error(#"{"keys":[\#(named("a")),\#(named("a"))]}"#) == KeyError(position: 2, id: "a", .duplicateID))
        #expect(problem(#"{"keys":[\#(StandardKeys.ed25519),\#(StandardKeys.ed25519)]}"#) == .duplicateID)
    }

    @Test func `private and symmetric keys have no place among public ones`() {
        #expect(problem(StandardKeys.ed25519Private) == .privateKey)
        #expect(problem(StandardKeys.p256Private) == .privateKey)
        #expect(problem(StandardKeys.rsaPrivate(algorithm: "PS256")) == .privateKey)
        #expect(problem(StandardKeys.symmetric) == .privateKey)
        let factor = StandardKeys.rsa(algorithm: "PS256").replacing("}", with: #","p":"AQAB"}"#)
        #expect(problem(factor) == .privateKey)
        let set = #"{"keys":[\#(named("a")),\#(StandardKeys.p256Private)]}"#
        #expect(
            error(set)?.description
                == "key 2: it is a private key, which must stay with its owner; give the public key")
    }

    @Test func `a key for something else is refused, not passed over`() {
        #expect(problem(named("a", #","use":"enc""#)) == .purpose("use is 'enc'"))
        #expect(problem(named("a", #","key_ops":["sign"]"#)) == .purpose("key_ops do not have 'verify'"))
        #expect(problem(named("a", #","alg":"ES256""#)) == .algorithm(found: "ES256", expected: .edDSA))
        let agreement = StandardKeys.ed25519.replacing("Ed25519", with: "X25519")
        #expect(problem(agreement) == .unsupportedType("'OKP X25519'"))
        let secp256k1 = StandardKeys.p256.replacing("P-256", with: "secp256k1")
        #expect(problem(secp256k1) == .unsupportedType("'EC secp256k1'"))
        #expect(problem(StandardKeys.p256.replacing("P-256", with: "P-384")) == .unsupportedType("'EC P-384'"))
        #expect(problem(StandardKeys.p256.replacing(#""EC""#, with: #""OKP""#)) == .unsupportedType("'OKP P-256'"))
    }

    @Test func `an identifier is 1 to 128 characters without control characters`() throws {
        let long = String(repeating: "k", count: 128)
        #expect(try VerificationKeys.read(named(long)).map(\.id) == [long])
        #expect(problem(named(long + "k")) == .malformed(.init(field: "kid", problem: .tooLong(limit: 128))))
        #expect(problem(named("")) == .malformed(.init(field: "kid", problem: .empty)))
        #expect(problem(named(#"a\nb"#)) != nil)
    }

    @Test func `a member that occurs twice or is of another type is refused`() {
        #expect(problem(named("a", #","kid":"b""#)) == .malformed(.init(field: "kid", problem: .duplicateMember)))
        #expect(
            problem(#"{"kty":"OKP","crv":"Ed25519","x":7}"#)
                == .malformed(.init(field: "x", problem: .wrongType(expected: "a string"))))
        #expect(problem(#"{"kty":"OKP","crv":"Ed25519"}"#) == .malformed(.init(field: "x", problem: .missing)))
    }
}
