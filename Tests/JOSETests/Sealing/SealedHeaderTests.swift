import JSON
import Testing

@testable import JOSE

/// Protected headers that say too much, too little or something else.
struct SealedHeaderTests {
    @Test(arguments: ["alg", "enc", "kid", "epk", "iss", "aud", "jti"])
    func `no member of these can be missing`(name: String) throws {
        let fault = try fault { $0.filter { $0.name != name } }
        #expect(fault == .malformedHeader(Malformation(field: name, problem: .missing)))
    }

    @Test(
        arguments: [
            "dir", "RSA-OAEP", "RSA-OAEP-256", "RSA1_5", "ECDH-ES+A128KW", "ECDH-ES+A256KW", "A256KW", "A256GCMKW",
            "PBES2-HS256+A128KW", "none", "ecdh-es", "ECDH-ES ",
        ])
    func `only ECDH-ES will do`(algorithm: String) throws {
        #expect(try fault("alg", .string(algorithm)) == wrong("alg", "ECDH-ES"))
    }

    @Test(arguments: ["A128GCM", "A192GCM", "A128CBC-HS256", "A256CBC-HS512", "a256gcm", "XC20P", "none"])
    func `only A256GCM will do`(encryption: String) throws {
        #expect(try fault("enc", .string(encryption)) == wrong("enc", "A256GCM"))
    }

    @Test(
        arguments: [
            "zip", "crit", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "b64", "iv", "tag", "p2s",
            "p2c", "exp", "sub", "ALG", "skid",
        ])
    func `nothing else may be in it`(name: String) throws {
        for value: JSONValue in ["DEF", ["a": "b"], .array(["exp"]), true, 1] {
            #expect(try fault(name, value) == .malformedHeader(Malformation(field: name, problem: .unknownMember)))
        }
    }

    @Test(arguments: ["alg", "enc", "kid", "epk", "iss", "aud", "jti"])
    func `no member may occur twice`(name: String) throws {
        let fault = try fault { members in members + members.filter { $0.name == name } }
        #expect(fault == .malformedHeader(Malformation(field: name, problem: .duplicateMember)))
    }

    @Test(arguments: ["alg", "enc", "kid", "iss", "aud", "jti", "apu", "apv"])
    func `texts must be texts, and not empty`(name: String) throws {
        for value: JSONValue in [1, true, .array(["a"]), ["a": "b"], ""] {
            #expect(throws: SealFault.self) { try parse(changing(name, value)) }
        }
    }

    @Test(arguments: ["iss", "aud", "jti"])
    func `names of up to 256 characters are taken`(name: String) throws {
        #expect(throws: Never.self) { try parse(changing(name, .string(String(repeating: "n", count: 256)))) }
        let fault = try fault(name, .string(String(repeating: "n", count: 257)))
        #expect(fault == .malformedHeader(Malformation(field: name, problem: .tooLong(limit: 256))))
    }

    @Test(arguments: ["d", "kid", "use", "x5c", "jwk", "alg"])
    func `the ephemeral key is the public key and nothing more`(name: String) throws {
        let fault = try fault { members in
            members.map { member in
                guard member.name == "epk", case .object(let key) = member.value else { return member }
                return ("epk", .object(key + [(name, "AAAA")]))
            }
        }
        #expect(fault == .malformedHeader(Malformation(field: "epk.\(name)", problem: .unknownMember)))
    }

    @Test(arguments: ["", "[]", "null", "\"x\"", "{", "{}}", "{}{}", "\u{feff}{}", "[[[[[[[["])
    func `a header must be one JSON object`(text: String) throws {
        let sample = try SealingSample.seal(to: try DecryptionKey.generate(.x25519))
        #expect(throws: SealFault.self) {
            try SealedMessage(parsing: try SealingSample.changeHeader(of: sample) { _ in text })
        }
    }

    @Test func `an array nested ten thousand deep is refused like any other`() throws {
        let deep = String(repeating: "[", count: 10_000)
        let sample = try SealingSample.seal(to: try DecryptionKey.generate(.x25519))
        #expect(throws: SealFault.malformedPart(.header)) {
            try SealedMessage(parsing: try SealingSample.changeHeader(of: sample) { _ in deep })
        }
    }

    private func wrong(_ field: String, _ only: String) -> SealFault {
        .malformedHeader(Malformation(field: field, problem: .notOneOf([only])))
    }

    private typealias Members = [(name: String, value: JSONValue)]

    /// The fault of a header in which one member has another value, or is added.
    private func fault(_ name: String, _ value: JSONValue) throws -> SealFault? {
        try fault { _ in try changing(name, value) }
    }

    private func fault(_ change: (Members) throws -> Members) throws -> SealFault? {
        let members = try change(sample())
        return #expect(throws: SealFault.self) { try parse(members) }
    }

    private func changing(_ name: String, _ value: JSONValue) throws -> Members {
        let members = try sample()
        guard members.contains(where: { $0.name == name }) else { return members + [(name, value)] }
        return members.map { $0.name == name ? (name, value) : $0 }
    }

    private func parse(_ members: Members) throws {
        let sample = try SealingSample.seal(to: try DecryptionKey.generate(.x25519))
        _ = try SealedMessage(parsing: SealingSample.changeHeader(of: sample) { _ in JSONValue.object(members).text })
    }

    private func sample() throws -> Members {
        let point = try DecryptionKey.generate(.x25519).point
        return [
            ("alg", "ECDH-ES"), ("enc", "A256GCM"), ("kid", "k"), ("epk", .object(point.members)), ("iss", "i"),
            ("aud", "a"), ("jti", "j"),
        ]
    }
}
