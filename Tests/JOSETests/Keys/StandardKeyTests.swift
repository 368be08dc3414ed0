import Secrets
import Testing

@testable import JOSE

/// What the standards print about keys and signatures.
struct StandardKeyTests {
    @Test func `the signature of RFC 8037 appendix A.4 is taken, and made again to the letter`() throws {
        let token =
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        #expect(try isAccepted(token, by: StandardKeys.ed25519))
        let signer = try SigningKey(jwk: try Secret(utf8: StandardKeys.ed25519Private))
        let input = token.prefix { $0 != "." } + "." + token.split(separator: ".")[1]
        #expect(Base64URL.encode(try signer.signature(of: Array(input.utf8))) == token.split(separator: ".")[2])
    }

    @Test func `the signature of RFC 7515 appendix A.3 is taken`() throws {
        let token =
            "eyJhbGciOiJFUzI1NiJ9."
            + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
            + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        #expect(try isAccepted(token, by: StandardKeys.p256))
        #expect(try !isAccepted(token.replacing("eyJpc3Mi", with: "eyJpc3Mj"), by: StandardKeys.p256))
    }

    @Test func `the key on P-521 of RFC 7515 appendix A.4 is refused`() {
        #expect(throws: KeyError(position: 1, .unsupportedType("'EC P-521'"))) {
            try VerificationKeys.read(StandardKeys.p521)
        }
    }

    @Test func `the thumbprints of RFC 8037 appendix A.3 and RFC 7638 section 3.1 are the keys' identifiers`() throws {
        #expect(
            try VerificationKeys.read(StandardKeys.ed25519).map(\.id) == [
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
            ])
        let rsa = StandardKeys.rsa(algorithm: "PS256").replacing(#","kid":"2011-04-29""#, with: "")
        #expect(try VerificationKeys.read(rsa).map(\.id) == ["NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"])
    }

    @Test func `the keys of RFC 7517 appendix A.1 are for encryption and RS256, and refused for it`() {
        let set = #"{"keys":[\#(StandardKeys.rsa()),\#(StandardKeys.p256ForEncryption)]}"#
        #expect(throws: KeyError(position: 1, id: "2011-04-29", .algorithm(found: "RS256", expected: .ps256))) {
            try VerificationKeys.read(set)
        }
        #expect(throws: KeyError(position: 1, id: "1", .purpose("use is 'enc'"))) {
            try VerificationKeys.read(StandardKeys.p256ForEncryption)
        }
    }

    @Test func `the private key of RFC 7517 appendix A.2 signs what its public key takes`() throws {
        let signer = try SigningKey(jwk: try Secret(utf8: StandardKeys.rsaPrivate(algorithm: "PS256")))
        let token = try signer.sign(Array("payload".utf8), type: sampleType)
        let keys = try VerificationKeys.read(StandardKeys.rsa(algorithm: "PS256"))
        #expect(try payload(token, try #require(keys.first)) == Array("payload".utf8))
    }

    /// The examples have no `kid`, so their signature is checked without the rest.
    private func isAccepted(_ token: String, by key: String) throws -> Bool {
        let key = try #require(try VerificationKeys.read(key).first)
        let parts = token.split(separator: ".")
        let signature = try #require(Base64URL.decode(String(parts[2])))
        return Array("\(parts[0]).\(parts[1])".utf8).withUnsafeBytes { key.accepts(signature, of: $0) }
    }
}
