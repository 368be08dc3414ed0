import JSON
import Secrets
import Testing

@testable import JOSE

/// Ephemeral keys that are meant to tell something of the agent's key.
struct HostilePointTests {
    /// The prime of P-256, and of Curve25519 with its bytes in the order of RFC 7748.
    private static let p256Prime = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"

    /// The points of order 1, 2, 4 and 8 on the curve and its twist, reduced and not (https://cr.yp.to/ecdh.html#validate).
    static let smallOrder = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]

    /// With the highest bit set too, which X25519 ignores (RFC 7748 section 5).
    @Test(arguments: smallOrder, [UInt8(0), 0x80])
    func `an X25519 point of small order opens nothing`(hex: String, bit: UInt8) throws {
        var x = SealingSample.bytes(hex)
        x[31] |= bit
        let point = try SealingSample.point(.x25519, x: x)
        let key = try DecryptionKey.generate(.x25519)
        #expect(throws: SealFault.cannotBeOpened) { _ = try key.agree(with: point) }
        // What a sender of such a point would count on: a content key that everybody can compute.
        let zero = try Secret(capacity: 32) { $0.count }
        let message = try SealedMessage(parsing: try forge(for: key, point: point, secret: zero))
        #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
    }

    @Test(
        arguments: [
            // Infinity, as far as two coordinates can say so.
            (String(repeating: "00", count: 32), String(repeating: "00", count: 32)),
            (String(repeating: "00", count: 31) + "01", String(repeating: "00", count: 31) + "01"),
            (p256Prime, p256Prime), (String(repeating: "ff", count: 32), String(repeating: "ff", count: 32)),
            // The generator's x with the y of its double.
            (
                "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1"
            ),
        ])
    func `a pair of numbers that is no point of P-256 opens nothing`(x: String, y: String) throws {
        let point = try SealingSample.point(.p256, x: SealingSample.bytes(x), y: SealingSample.bytes(y))
        let key = try DecryptionKey.generate(.p256)
        let message = try SealedMessage(
            parsing: try forge(for: key, point: point, secret: try Secret(capacity: 32) { $0.count }))
        #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
        #expect(point.publicKey == nil)
    }

    @Test func `each bit of a good point's y makes a bad one`() throws {
        let key = try DecryptionKey.generate(.p256)
        let good = try DecryptionKey.generate(.p256).point
        for bit in 0..<256 {
            var y = try #require(good.y)
            y[bit / 8] ^= 1 << UInt8(bit % 8)
            let point = try SealingSample.point(.p256, x: good.x, y: y)
            #expect(throws: SealFault.cannotBeOpened) { _ = try key.agree(with: point) }
        }
    }

    @Test func `a point on the other curve opens nothing`() throws {
        let keys = try SealingSample.curves.map { try DecryptionKey.generate($0) }
        for (key, other) in [(keys[0], keys[1]), (keys[1], keys[0])] {
            let forged = try forge(for: key, point: other.point, secret: try Secret(capacity: 32) { $0.count })
            let message = try SealedMessage(parsing: forged)
            #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
        }
    }

    /// Sealed with the agent's own private key, so that nothing but this rule is in its way.
    @Test(arguments: SealingSample.curves)
    func `the agent's own key as the ephemeral one opens nothing`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let pair = try #require(key.point.keyPair(SharedSecret(try key.scalar())))
        let secret = try pair.agree(with: try #require(key.point.publicKey))
        let message = try SealedMessage(parsing: try forge(for: key, point: key.point, secret: secret))
        #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
    }

    @Test(arguments: SealingSample.curves)
    func `a coordinate of any other length is no key`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let text = try SealingSample.seal(to: key)
        let x = try SealedHeaderText(text).x
        for count in [0, 1, 31, 33, 64] {
            let other = Base64URL.encode([UInt8](repeating: 9, count: count))
            let forged = try SealingSample.changeHeader(of: text) { $0.replacing(x, with: other) }
            #expect(throws: SealFault.self) { try SealedMessage(parsing: forged) }
        }
    }

    @Test(arguments: ["P-384", "P-521", "secp256k1", "Ed25519", "X448", "p-256", "P-256K"])
    func `a key on any other curve is no key`(name: String) throws {
        for curve in SealingSample.curves {
            let text = try SealingSample.seal(to: try DecryptionKey.generate(curve))
            let forged = try SealingSample.changeHeader(of: text) { $0.replacing(curve.rawValue, with: name) }
            let expected = Malformation(
                field: "epk", problem: .notOneOf(["a public key on P-256", "on X25519"]))
            #expect(throws: SealFault.malformedHeader(expected)) { try SealedMessage(parsing: forged) }
        }
    }

    @Test func `P-256 needs both coordinates, X25519 has one`() throws {
        let x = [UInt8](repeating: 9, count: 32)
        #expect(AgreementPoint(keyType: "EC", curve: "P-256", x: x, y: nil) == nil)
        #expect(AgreementPoint(keyType: "OKP", curve: "X25519", x: x, y: x) == nil)
        #expect(AgreementPoint(keyType: "EC", curve: "X25519", x: x, y: nil) == nil)
        #expect(AgreementPoint(keyType: "OKP", curve: "P-256", x: x, y: x) == nil)
        #expect(AgreementPoint(keyType: "OKP", curve: "Ed25519", x: x, y: nil) == nil)
    }

    /// A message that is right in everything but where its secret comes from.
    private func forge(
        for key: DecryptionKey, point: AgreementPoint, secret: borrowing Secret
    ) throws -> String {
        let header: JSONValue = [
            "alg": "ECDH-ES", "enc": "A256GCM", "kid": .string(key.id), "epk": .object(point.members), "iss": "i",
            "aud": "a", "jti": "j",
        ]
        let text = Base64URL.encode(Array(header.text.utf8))
        let vector = [UInt8](repeating: 5, count: 12)
        let sealed = try ContentEncryption.seal(
            try Secret(utf8: "forged"), vector: vector, authenticated: Array(text.utf8),
            key: try ConcatKDF(partyU: [], partyV: []).key(from: secret))
        return [text, "", Base64URL.encode(vector), Base64URL.encode(sealed.ciphertext), Base64URL.encode(sealed.tag)]
            .joined(separator: ".")
    }
}
