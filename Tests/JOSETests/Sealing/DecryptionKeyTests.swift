import JSON
import Secrets
import Testing

@testable import JOSE

/// The agent's keys in and out.
struct DecryptionKeyTests {
    @Test(arguments: SealingSample.curves)
    func `a key that was written and read again opens what was sealed before`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let sealed = try SealingSample.seal(to: key)
        let again = try SealingSample.key(text(key))
        #expect(again.id == key.id)
        #expect(again.curve == curve)
        #expect(again.publicJWK == key.publicJWK)
        #expect(try SealingSample.open(sealed, with: again) == SealingSample.password)
    }

    @Test(arguments: SealingSample.curves)
    func `the public key has nothing of the private one`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let scalar = Base64URL.encode(SealingSample.bytes(try key.scalar()))
        #expect(try text(key).contains(scalar))
        #expect(!key.publicJWK.text.contains(scalar))
        guard case .object(let members) = key.publicJWK else { return #expect(Bool(false)) }
        let names =
            curve == .p256 ? ["alg", "crv", "kid", "kty", "use", "x", "y"] : ["alg", "crv", "kid", "kty", "use", "x"]
        #expect(members.map(\.name).sorted() == names)
        #expect(throws: SealFault.unusableKey) { try EncryptionKey(parsing: text(key)) }
    }

    @Test(arguments: SealingSample.curves)
    func `a caller who reads the public key seals to it`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let encryptionKey = try EncryptionKey(parsing: key.publicJWK.text)
        #expect(encryptionKey == key.encryptionKey)
        let text = try encryptionKey.seal(try Secret(utf8: "hi"), issuer: "i", audience: "a", requestID: "j")
        #expect(try SealingSample.open(text, with: key) == "hi")
    }

    @Test(arguments: SealingSample.curves)
    func `new keys are different ones`(curve: EllipticCurve) throws {
        #expect(try DecryptionKey.generate(curve).id != DecryptionKey.generate(curve).id)
    }

    @Test func `nothing is sealed to a signature key`() throws {
        #expect(throws: SealFault.unusableKey) { try DecryptionKey.generate(.ed25519) }
    }

    @Test(arguments: SealingSample.curves)
    func `a private part that belongs to another public one is refused`(curve: EllipticCurve) throws {
        let (key, other) = (try DecryptionKey.generate(curve), try DecryptionKey.generate(curve))
        let scalars = try [key, other].map { Base64URL.encode(SealingSample.bytes(try $0.scalar())) }
        let mixed = try text(key).replacing(scalars[0], with: scalars[1])
        #expect(throws: SealFault.unusableKey) { try SealingSample.key(mixed) }
    }

    @Test(arguments: [
        // 0, the order, and one byte too few or too many.
        String(repeating: "00", count: 32), "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        String(repeating: "01", count: 31), String(repeating: "01", count: 33),
    ])
    func `a number out of range is no private key of P-256`(hex: String) throws {
        let key = try DecryptionKey.generate(.p256)
        let scalar = Base64URL.encode(SealingSample.bytes(try key.scalar()))
        let other = try text(key).replacing(scalar, with: Base64URL.encode(SealingSample.bytes(hex)))
        #expect(throws: SealFault.unusableKey) { try SealingSample.key(other) }
    }

    @Test(arguments: ["kid", "d"])
    func `a private key must have its members`(name: String) throws {
        let text = try text(DecryptionKey.generate(.x25519)).replacing("\"\(name)\":", with: "\"x5u\":")
        #expect(throws: JSONError.malformed(.init(field: "x5u", problem: .unknownMember))) {
            try SealingSample.key(text)
        }
    }

    @Test(arguments: [(#""use":"enc""#, #""use":"sig""#), (#""alg":"ECDH-ES""#, #""alg":"ES256""#)])
    func `a key for something else is refused`(written: String, other: String) throws {
        let key = try DecryptionKey.generate(.p256)
        #expect(throws: JSONError.self) { try SealingSample.key(text(key).replacing(written, with: other)) }
        #expect(throws: SealFault.unusableKey) {
            try EncryptionKey(parsing: key.publicJWK.text.replacing(written, with: other))
        }
    }

    @Test func `a public key off its curve is refused before anything is sealed to it`() throws {
        let point = try SealingSample.point(.p256, x: Array(repeating: 1, count: 32), y: Array(repeating: 1, count: 32))
        let text = JSONValue.object(point.members + [("kid", "k")]).text
        #expect(throws: SealFault.unusableKey) { try EncryptionKey(parsing: text) }
        #expect(throws: SealFault.self) { try EncryptionKey(parsing: "[]") }
    }

    @Test func `a caller takes the keys of a set that can be sealed to, in their order`() throws {
        let keys = try SealingSample.curves.map { try DecryptionKey.generate($0) }
        let signature = #"{"kty":"OKP","crv":"Ed25519","kid":"s","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let nameless = JSONValue.object(keys[0].point.members).text
        let texts = [keys[0].publicJWK.text, signature, nameless, keys[1].publicJWK.text]
        let set = #"{"keys":[\#(texts.joined(separator: ","))]}"#
        #expect(try EncryptionKey.read(Array(set.utf8)) == keys.map(\.encryptionKey))
        #expect(try EncryptionKey.read(Array(#"{"keys":[]}"#.utf8)).isEmpty)
        #expect(throws: SealFault.self) { try EncryptionKey.read(Array(set.utf8.dropLast())) }
    }

    @Test(arguments: SealingSample.curves)
    func `the public key is a SubjectPublicKeyInfo in PEM`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let lines = try key.encryptionKey.pem().split(separator: "\n")
        #expect(lines.first == "-----BEGIN PUBLIC KEY-----")
        #expect(lines.last == "-----END PUBLIC KEY-----")
        let characters = lines.dropFirst().dropLast().joined().replacing("+", with: "-").replacing("/", with: "_")
        let bytes = try #require(Base64URL.decode(String(characters.prefix { $0 != "=" })))
        #expect(Array(bytes.suffix(key.point.octets.count)) == key.point.octets)
    }

    private func text(_ key: DecryptionKey) throws -> String {
        try key.privateJWK().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}
