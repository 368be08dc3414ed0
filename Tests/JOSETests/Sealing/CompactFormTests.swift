import Testing

@testable import JOSE

/// Texts that are no compact JWE, or not the one canonical one.
struct CompactFormTests {
    private static let valid: String = {
        let text = try? DecryptionKey.generate(.x25519).sealedSample
        return text ?? ""
    }()

    @Test func `the sample itself is read`() throws {
        #expect(try SealedMessage(parsing: Self.valid).issuer == "https://reset.example")
    }

    @Test(arguments: ["", ".", "...", "....", ".....", "a.b.c.d", "a.b.c.d.e.f", "\(valid).", ".\(valid)", "{}"])
    func `it must have five parts`(text: String) {
        #expect(throws: SealFault.self) { try SealedMessage(parsing: text) }
    }

    @Test func `a signed token is told apart by its three parts`() {
        #expect(throws: SealFault.notCompact) { try SealedMessage(parsing: "e30.e30.AAAA") }
    }

    @Test func `the encrypted key must be empty`() throws {
        var parts = Self.valid.split(separator: ".", omittingEmptySubsequences: false)
        for key in ["AA", "A", "="] {
            parts[1] = key[...]
            #expect(throws: SealFault.malformedPart(.encryptedKey)) {
                try SealedMessage(parsing: parts.joined(separator: "."))
            }
        }
    }

    @Test(arguments: [0, 2, 3, 4], ["=", "==", "+", "/", " ", "\n", "%", "é", "\0"])
    func `each part must be base64url without anything else`(part: Int, extra: String) {
        for (before, after) in [(extra, ""), ("", extra)] {
            var parts = Self.valid.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            parts[part] = before + parts[part] + after
            #expect(throws: SealFault.malformedPart(SealedPart.allCases[part])) {
                try SealedMessage(parsing: parts.joined(separator: "."))
            }
        }
    }

    /// A tag of sixteen bytes leaves four bits of its last character unused.
    @Test func `bits that stand for nothing must be zero`() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = try #require(Self.valid.last.flatMap { alphabet.firstIndex(of: $0) })
        let other = String(Self.valid.dropLast()) + String(alphabet[last | 1])
        #expect(other != Self.valid)
        #expect(throws: SealFault.malformedPart(.authenticationTag)) { try SealedMessage(parsing: other) }
    }

    @Test func `a header of more than 2 KiB is refused before it is read`() throws {
        let limit = SealLimits.headerBytes
        for (length, isTaken) in [(limit, true), (limit + 1, false), (1 << 20, false)] {
            let text = try SealingSample.changeHeader(of: Self.valid) {
                $0 + String(repeating: " ", count: length - $0.utf8.count)
            }
            if isTaken {
                #expect(throws: Never.self) { try SealedMessage(parsing: text) }
            } else {
                #expect(throws: SealFault.malformedPart(.header)) { try SealedMessage(parsing: text) }
            }
        }
    }
}

extension DecryptionKey {
    fileprivate var sealedSample: String {
        get throws { try SealingSample.seal(to: self) }
    }
}
