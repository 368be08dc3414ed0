import Secrets
import Testing

@testable import JOSE

/// Sealed texts that were changed on the way.
struct TamperedMessageTests {
    /// Each bit of the bytes, not of the characters: a flipped bit of a character may be no base64url at all.
    @Test(arguments: SealingSample.curves, [2, 3, 4])
    func `not one bit of vector, ciphertext and tag can be changed`(curve: EllipticCurve, part: Int) throws {
        let key = try DecryptionKey.generate(curve)
        var parts = try SealingSample.seal("secret", to: key).split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        let bytes = try #require(Base64URL.decode(parts[part]))
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            parts[part] = Base64URL.encode(changed)
            let message = try SealedMessage(parsing: parts.joined(separator: "."))
            #expect(throws: SealFault.cannotBeOpened, "bit \(bit)") { _ = try message.open(with: key) }
        }
    }

    @Test(arguments: SealingSample.curves)
    func `not one bit of the protected header can be changed`(curve: EllipticCurve) throws {
        let key = try DecryptionKey.generate(curve)
        let text = try SealingSample.seal("secret", to: key)
        let end = try #require(text.firstIndex(of: "."))
        let bytes = try #require(Base64URL.decode(String(text[..<end])))
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let forged = Base64URL.encode(changed) + text[end...]
            #expect(throws: SealFault.self, "bit \(bit)") { _ = try SealingSample.open(forged, with: key) }
        }
    }

    @Test(arguments: ["r-2", "r-1x"])
    func `it cannot be moved to another request`(other: String) throws {
        let key = try DecryptionKey.generate(.p256)
        let forged = try SealingSample.changeHeader(of: try SealingSample.seal(to: key)) {
            $0.replacing(#""jti":"r-1""#, with: "\"jti\":\"\(other)\"")
        }
        let message = try SealedMessage(parsing: forged)
        #expect(message.requestID == other)
        #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
    }

    @Test func `halves of two messages make none`() throws {
        let key = try DecryptionKey.generate(.x25519)
        let texts = try ["first password", "other password"].map { try SealingSample.seal($0, to: key) }
        let parts = texts.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
        for part in [0, 2, 3, 4] {
            var mixed = parts[0]
            mixed[part] = parts[1][part]
            let message = try SealedMessage(parsing: mixed.joined(separator: "."))
            #expect(throws: SealFault.cannotBeOpened) { _ = try message.open(with: key) }
        }
    }

    /// The header's JSON with one space more says the same; its bytes do not (RFC 7516 section 5.1 step 14).
    @Test func `the header's bytes are protected, not only its meaning`() throws {
        let key = try DecryptionKey.generate(.x25519)
        let forged = try SealingSample.changeHeader(of: try SealingSample.seal(to: key)) { " " + $0 }
        #expect(throws: SealFault.cannotBeOpened) { _ = try SealingSample.open(forged, with: key) }
    }

    @Test(arguments: [0, 1, 4, 12, 15, 17, 32])
    func `a tag must have sixteen bytes`(count: Int) throws {
        let key = try DecryptionKey.generate(.p256)
        var parts = try SealingSample.seal(to: key).split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        let tag = try #require(Base64URL.decode(parts[4])) + [UInt8](repeating: 0, count: 16)
        parts[4] = Base64URL.encode(Array(tag.prefix(count)))
        #expect(throws: SealFault.malformedPart(.authenticationTag)) {
            try SealedMessage(parsing: parts.joined(separator: "."))
        }
    }

    @Test(arguments: [0, 8, 11, 13, 16])
    func `a vector must have twelve bytes`(count: Int) throws {
        let key = try DecryptionKey.generate(.p256)
        var parts = try SealingSample.seal(to: key).split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        parts[2] = Base64URL.encode([UInt8](repeating: 1, count: count))
        #expect(throws: SealFault.malformedPart(.initialisationVector)) {
            try SealedMessage(parsing: parts.joined(separator: "."))
        }
    }
}
