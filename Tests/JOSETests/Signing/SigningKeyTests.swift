import JSON
import Secrets
import Testing

@testable import JOSE

/// Private keys: made, written, read again, refused.
struct SigningKeyTests {
    private func text(_ secret: borrowing Secret) -> String {
        secret.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    private func problem(_ jwk: String) -> KeyProblem? {
        do {
            _ = try SigningKey(jwk: try Secret(utf8: jwk))
            return nil
        } catch {
            return (error as? KeyError)?.problem
        }
    }

    @Test(arguments: SignatureAlgorithm.allCases)
    func `a key that is written is the same key when it is read`(algorithm: SignatureAlgorithm) throws {
        let key = try SampleKeys.signer(algorithm)
        let again = try SigningKey(jwk: try key.privateJWK())
        #expect(again.id == key.id && again.algorithm == algorithm && again.publicJWK == key.publicJWK)
        #expect(text(try again.privateJWK()) == text(try key.privateJWK()))
        let token = try again.sign(Array("x".utf8), type: sampleType)
        #expect(try payload(token, try SampleKeys.verifier(algorithm)) == Array("x".utf8))
    }

    @Test(arguments: SignatureAlgorithm.allCases)
    func `the public key holds nothing of the private one`(algorithm: SignatureAlgorithm) throws {
        let key = try SampleKeys.signer(algorithm)
        #expect(try key.verifier().id == key.id)
        for member in ["d", "p", "q", "dp", "dq", "qi"] {
            #expect(!key.publicJWK.text.contains("\"\(member)\":"))
        }
    }

    @Test func `a key without a name is called by its thumbprint`() throws {
        let key = try SigningKey.generate(.edDSA)
        let nameless = key.publicJWK.text.replacing(#","kid":"\#(key.id)""#, with: "")
        #expect(try VerificationKeys.read(nameless).map(\.id) == [key.id])
        #expect(
            try SigningKey(jwk: try Secret(utf8: StandardKeys.ed25519Private)).id
                == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    @Test func `public, symmetric and half keys sign nothing`() {
        #expect(problem(StandardKeys.ed25519) == .notPrivate)
        #expect(problem(StandardKeys.p256) == .notPrivate)
        #expect(problem(StandardKeys.rsa(algorithm: "PS256")) == .notPrivate)
        #expect(problem(StandardKeys.symmetric) == .unsupportedType("'oct'"))
        let half = StandardKeys.rsaPrivate(algorithm: "PS256").replacing("\"qi\"", with: "\"other\"")
        #expect(problem(half) == .malformed(.init(field: "qi", problem: .missing)))
    }

    @Test func `a private part that belongs to another public one is refused`() {
        let other = Base64URL.encode(Array(repeating: UInt8(7), count: 32))
        let replaced = { (key: String, old: String) in key.replacing(old, with: other) }
        #expect(
            problem(replaced(StandardKeys.ed25519Private, "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
                == .inconsistent)
        #expect(
            problem(replaced(StandardKeys.p256Private, "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")) == .inconsistent)
        let zero = Base64URL.encode(Array(repeating: UInt8(0), count: 32))
        #expect(
            problem(StandardKeys.p256Private.replacing("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI", with: zero))
                == .inconsistent)
        let rsa = StandardKeys.rsaPrivate(algorithm: "PS256")
        #expect(problem(rsa) == nil)
        #expect(problem(rsa.replacing("X4cTteJY", with: "X4cTteJZ")) == .inconsistent)
        #expect(problem(rsa.replacing("83i-7IvM", with: "83i-7IvN")) == .inconsistent)
    }

    @Test func `either form is told from the other`() throws {
        #expect(try SigningKey(parsing: try Secret(utf8: "\n " + StandardKeys.p256Private)).algorithm == .es256)
        // RFC 8410 section 10.3, the first key.
        let pem =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
            + "-----END PRIVATE KEY-----\n"
        let key = try SigningKey(parsing: try Secret(utf8: pem))
        // RFC 8410 section 10.1: its public key.
        #expect(key.publicJWK.text.contains(Base64URL.encode(Self.publicKey)))
        #expect(throws: KeyError(.notKeys)) { try SigningKey(parsing: try Secret(utf8: "no key")) }
    }

    private static let publicKey: [UInt8] = [
        0x19, 0xbf, 0x44, 0x09, 0x69, 0x84, 0xcd, 0xfe, 0x85, 0x41, 0xba, 0xc1, 0x67, 0xdc, 0x3b, 0x96,
        0xc8, 0x50, 0x86, 0xaa, 0x30, 0xb6, 0xb6, 0xcb, 0x0c, 0x5c, 0x38, 0xad, 0x70, 0x31, 0x66, 0xe1,
    ]

    @Test func `a key for encryption or for verifying only signs nothing`() {
        let with = { (more: String) in StandardKeys.ed25519Private.replacing("}", with: ",\(more)}") }
        #expect(problem(with(#""use":"enc""#)) == .purpose("use is 'enc'"))
        #expect(problem(with(#""key_ops":["verify"]"#)) == .purpose("key_ops do not have 'sign'"))
        #expect(problem(with(#""alg":"ES256""#)) == .algorithm(found: "ES256", expected: .edDSA))
        #expect(problem(with(#""key_ops":["sign"],"use":"sig","alg":"EdDSA""#)) == nil)
    }
}
