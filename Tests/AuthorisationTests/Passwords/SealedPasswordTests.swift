import Authorisation
import JOSE
import JSON
import Requests
import Secrets
import Testing

/// Passwords that are sealed to another key or for another request, or not at all.
struct SealedPasswordTests {
    private let scene: Scene
    private static let fields = ["current_password", "new_password"]

    init() throws {
        scene = try Scene()
    }

    /// Why a change is refused in which `field` holds `sealed`.
    private func refusal(_ field: String, _ sealed: String, at now: Timestamp = Scene.now) throws -> Refusal? {
        try scene.refusal(of: try scene.claims(.change).with(field, "\"\(sealed)\""), at: now)
    }

    private func hold(_ work: borrowing Work, _ current: String?, _ new: String) throws -> Bool {
        switch work {
        case .reset(let reset): return try reset.new.matches(Secret(utf8: new))
        case .change(let change):
            guard let current, try change.current.matches(Secret(utf8: current)) else { return false }
            return try change.new.matches(Secret(utf8: new))
        default: return false
        }
    }

    @Test(arguments: [EllipticCurve.x25519, .p256])
    func `passwords arrive byte for byte, each in its place`(curve: EllipticCurve) throws {
        let scene = try Scene(curve: curve)
        let password = " Pässwörd \n€ 😀\t"
        let reset = try scene.claims(.reset).with("new_password", "\"\(try scene.seal(password))\"")
        let resetHolds = try hold(try scene.authorise(try scene.signer.token(reset)).request.work, nil, password)
        #expect(resetHolds)
        let change = try scene.authorise(try scene.signer.token(try scene.claims(.change)))
        let changeHolds = try hold(change.request.work, "Old-1", "New-1")
        #expect(changeHolds)
    }

    @Test(arguments: fields)
    func `a password of another request is refused, and the claim that differs named`(field: String) throws {
        for (sealed, member) in [
            (try scene.seal("x", for: "r-2"), "jti"), (try scene.seal("x", for: "R-1"), "jti"),
            (try scene.seal("x", issuer: "https://other.example.test"), "iss"),
            (try scene.seal("x", audience: "other.example.test"), "aud"),
        ] {
            #expect(try refusal(field, sealed) == .sealedPasswordElsewhere(field: field, member: member))
        }
    }

    @Test func `names that only look alike are different names`() throws {
        let scene = try Scene(try Signer("key-1").with { $0.issuer = "K" })
        // KELVIN SIGN, which Unicode holds to be the same text as K.
        let sealed = try scene.seal("x", issuer: "\u{212a}")
        let claims = RequestClaims(.reset, issuer: "K").with("new_password", "\"\(sealed)\"")
        #expect(
            try scene.refusal(of: claims) == .sealedPasswordElsewhere(field: "new_password", member: "iss"))
    }

    @Test(arguments: fields)
    func `a password for a key that is not the agent's is refused`(field: String) throws {
        let sealed = try scene.seal("x", to: try DecryptionKey.generate(.x25519))
        #expect(try refusal(field, sealed) == .agentKeyUnknown(field: field))
    }

    @Test(arguments: fields)
    func `the next key opens too, a retired one until its end`(field: String) throws {
        #expect(try refusal(field, try scene.seal("x", to: scene.keys.next)) == nil)
        let sealed = try scene.seal("x", to: scene.keys.retired)
        #expect(try refusal(field, sealed) == nil)
        let end = SealingKeys.end
        let late = try scene.claims(.change).with(field, "\"\(sealed)\"").with("iat", at: end)
            .with("exp", at: end + 100).with("auth_time", at: end)
        #expect(try scene.refusal(of: late, at: Scene.now + (end - 1)) == nil)
        #expect(try scene.refusal(of: late, at: Scene.now + end) == .agentKeyUnknown(field: field))
    }

    private func parts(of sealed: String) -> [String] {
        sealed.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: fields)
    func `what is not sealed, or was altered, is refused`(field: String) throws {
        let good = try parts(of: scene.seal("x"))
        let other = try parts(of: scene.seal("y"))
        let toNext = try parts(of: scene.seal("x", to: scene.keys.next))
        var spoilt: [[String]] = [["New-password-1"], ["", "", "", "", ""], Array(good.dropLast()), good + ["x"]]
        for (place, replacement) in [
            (0, other[0]), (0, toNext[0]), (0, ""), (1, "AA"), (2, other[2]), (3, other[3]), (3, ""), (4, other[4]),
            (4, String(good[4].dropLast(2))), (4, good[4] + "=="),
        ] {
            var copy = good
            copy[place] = replacement
            spoilt.append(copy)
        }
        for parts in spoilt {
            #expect(try refusal(field, parts.joined(separator: ".")) == .sealedPasswordInvalid(field: field))
        }
        #expect(try refusal(field, good.joined(separator: ".")) == nil)
    }

    @Test(
        arguments: [
            ([0xff], .invalidUnicode), ([0x61, 0xc3], .invalidUnicode), ([0xc0, 0xaf], .invalidUnicode),
            ([0xed, 0xa0, 0x80], .invalidUnicode), ([0xf4, 0x90, 0x80, 0x80], .invalidUnicode), ([0], .holdsNUL),
            (Array("a\0b".utf8), .holdsNUL), (Array(repeating: 0x61, count: 257), .tooLong(limit: 256)),
            (Array(repeating: 0x61, count: 256), nil), (Array(String(repeating: "😀", count: 256).utf8), nil),
            (Array(String(repeating: "é", count: 257).utf8), .tooLong(limit: 256)), ([0x20], nil), ([0x0a], nil),
        ] as [([UInt8], Problem?)], fields)
    func `a sealed password keeps to the rules of any password`(
        password: (bytes: [UInt8], problem: Problem?), field: String
    ) throws {
        let expected = password.problem.map { Refusal.malformed(.init(field: field, problem: $0)) }
        #expect(try refusal(field, try scene.seal(password.bytes)) == expected)
    }

    @Test func `a password that is missing is named, and so is one too many`() throws {
        func malformed(_ field: String, _ problem: Problem) -> Refusal {
            .malformed(.init(field: field, problem: problem))
        }
        for field in Self.fields {
            #expect(try scene.refusal(of: try scene.claims(.change).without(field)) == malformed(field, .missing))
            for operation in [Operation.unlock, .status] {
                let claims = try scene.claims(operation).with(field, "\"\(try scene.seal("x"))\"")
                #expect(try scene.refusal(of: claims) == malformed(field, .notForOperation(operation.rawValue)))
            }
        }
        #expect(try scene.refusal(of: RequestClaims(.reset)) == malformed("new_password", .missing))
        let reset = try scene.claims(.reset).with("current_password", "\"\(try scene.seal("x"))\"")
        #expect(try scene.refusal(of: reset) == malformed("current_password", .notForOperation("reset")))
    }

    @Test func `an expired request tells nothing about its passwords`() throws {
        let claims = RequestClaims(.reset).with("new_password", "\"x\"").with("iat", at: -400).with("exp", at: -200)
        #expect(try scene.refusal(of: claims) == .tokenExpired(since: Scene.now + -200))
    }
}
