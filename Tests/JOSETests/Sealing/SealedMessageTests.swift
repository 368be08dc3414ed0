import Secrets
import Testing

@testable import JOSE

/// What a caller seals and the agent opens.
struct SealedMessageTests {
    @Test(arguments: SealingSample.curves)
    func `what is sealed to a key comes out of it again`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        #expect(try SealingSample.open(SealingSample.seal(to: key), with: key) == SealingSample.password)
    }

    @Test(arguments: SealingSample.curves)
    func `the issuer, the audience and the request can be read before it is open`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let message = try SealedMessage(parsing: try SealingSample.seal(to: key))
        #expect(message.keyID == key.id)
        #expect(message.issuer == "https://reset.example")
        #expect(message.audience == "agent.example")
        #expect(message.requestID == "r-1")
    }

    /// With a vector or an ephemeral key that came twice, two messages would tell of each other's content.
    @Test(arguments: SealingSample.curves)
    func `nothing of two sealed texts is the same`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let texts = try (0..<2).map { _ in
            try SealingSample.seal(to: key).split(separator: ".", omittingEmptySubsequences: false)
        }
        for part in [0, 2, 3, 4] { #expect(texts[0][part] != texts[1][part]) }
    }

    @Test(arguments: SealingSample.curves)
    func `another key does not open it, even one of the same name`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let message = try SealedMessage(parsing: try SealingSample.seal(to: key))
        for other in SealingSample.curves {
            let stranger = try DecryptionKey.generate(other)
            #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: stranger) }
            let pair = try SealingSample.key(privateJWK(of: stranger, named: key.id))
            #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: pair) }
        }
    }

    @Test func `a key does not open what names another, though it could`() throws {
        let key = try DecryptionKey.generate(.x25519)
        let alias = try SealingSample.key(privateJWK(of: key, named: "alias"))
        let message = try SealedMessage(parsing: try SealingSample.seal(to: alias))
        #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
    }

    @Test func `the longest password goes through, a longer one and an empty one do not`() throws {
        let key = try DecryptionKey.generate(.p256)
        let longest = String(repeating: "🦆", count: 256)
        #expect(try SealingSample.open(SealingSample.seal(longest, to: key), with: key) == longest)
        #expect(try SealingSample.open(SealingSample.seal("x", to: key), with: key) == "x")
        #expect(throws: SealFault.unsuitablePlaintext) { try SealingSample.seal(longest + "x", to: key) }
        #expect(throws: SealFault.unsuitablePlaintext) { try SealingSample.seal("", to: key) }
    }

    /// The parts are joined as a caller could who computes them alone.
    @Test func `a sealed nothing and a sealed novel are refused before any key is asked`() throws {
        let key = try DecryptionKey.generate(.x25519)
        var parts = try SealingSample.seal(to: key).split(separator: ".", omittingEmptySubsequences: false)
        for length in [0, SealLimits.plaintextBytes + 1] {
            let ciphertext = Base64URL.encode([UInt8](repeating: 7, count: length))
            parts[3] = ciphertext[...]
            #expect(throws: SealFault.malformedPart(.ciphertext)) {
                try SealedMessage(parsing: parts.joined(separator: "."))
            }
        }
    }

    private func privateJWK(of key: DecryptionKey, named id: String) throws -> String {
        let text = try key.privateJWK().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        return text.replacing(key.id, with: id)
    }
}
