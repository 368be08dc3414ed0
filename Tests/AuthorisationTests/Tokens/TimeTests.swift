import JSON
import Requests
import Testing

/// Times at, just inside and just outside their bounds; numbers are seconds from now.
struct TimeTests {
    private let scene: Scene
    private static let skew = 60
    private static let lifetime = Refusal.tokenLifetime(limit: .seconds(300))

    init() throws {
        scene = try Scene()
    }

    private static func expired(_ offset: Int) -> Refusal { .tokenExpired(since: Scene.now + offset) }
    private static func early(_ offset: Int) -> Refusal { .tokenNotYetValid(until: Scene.now + offset) }

    @Test(
        arguments: [
            (0, 120, nil), (0, 1, nil), (0, 300, nil), (0, 301, lifetime), (0, 0, lifetime), (0, -1, lifetime),
            (60, 61, nil), (60, 360, nil), (60, 361, lifetime), (61, 62, early(61)), (61, 400, early(61)),
            (1_000_000, 1_000_001, early(1_000_000)), (-359, -59, nil), (-360, -60, expired(-60)),
            (-361, -61, expired(-61)), (-361, -60, lifetime), (-100, -60, expired(-60)), (-100, -59, nil),
            (-1_000_000, -999_999, expired(-999_999)), (-1_800_000_000, 100, lifetime),
            (-1_800_000_000, -1_799_999_999, expired(-1_799_999_999)),
        ] as [(Int, Int, Refusal?)])
    func `a token is good from its iat to its exp, five minutes at most`(
        issued: Int, expires: Int, refusal: Refusal?
    ) throws {
        let claims = RequestClaims(.unlock).with("iat", at: issued).with("exp", at: expires)
        #expect(try scene.refusal(of: claims) == refusal)
        #expect(try scene.refusal(of: claims.with("op", "\"status\"").without("auth_time")) == refusal)
    }

    @Test func `an expired token is told apart from one that never was valid`() throws {
        let token = try scene.signer.token(RequestClaims(.unlock))
        #expect(try scene.refusal(of: token, at: Scene.now + 179) == nil)
        #expect(try scene.refusal(of: token, at: Scene.now + 180) == .tokenExpired(since: Scene.now + 120))
        #expect(try scene.refusal(of: token, at: Scene.now + -60) == nil)
        #expect(try scene.refusal(of: token, at: Scene.now + -61) == .tokenNotYetValid(until: Scene.now))
        #expect(try scene.refusal(of: token, at: Timestamp(seconds: 0)) == .tokenNotYetValid(until: Scene.now))
    }

    @Test func `the largest times that can be said overflow nothing`() throws {
        let most = "\((1 << 53) - 1)"
        #expect(try scene.refusal(of: RequestClaims(.unlock).with("exp", most)) == Self.lifetime)
        for (name, claims) in [
            ("iat", RequestClaims(.unlock).with("iat", most).with("exp", most)),
            ("auth_time", RequestClaims(.unlock).with("auth_time", most)),
        ] {
            let end = Timestamp(seconds: (1 << 53) - 1)
            #expect(try scene.refusal(of: claims) == .tokenNotYetValid(until: end), "\(name)")
        }
    }

    @Test(
        arguments: [
            (0, nil), (60, nil), (61, early(61)), (-659, nil), (-660, nil),
            (-661, .authenticationTooOld(limit: .seconds(600))),
            (-1_800_000_000, .authenticationTooOld(limit: .seconds(600))),
        ] as [(Int, Refusal?)], Operation.allCases)
    func `the user was verified within the caller's limit, for whatever is asked`(
        verified: (offset: Int, refusal: Refusal?), operation: Operation
    ) throws {
        let claims = try scene.claims(operation).with("auth_time", at: verified.offset)
        #expect(try scene.refusal(of: claims) == verified.refusal)
    }

    @Test func `the limit is the caller's own`() throws {
        for limit in [0, 1, 86_400] {
            let scene = try Scene(try Signer("key-1").with { $0.maximumAge = .seconds(limit) })
            let oldest = RequestClaims(.unlock).with("auth_time", at: -limit - Self.skew)
            let older = RequestClaims(.unlock).with("auth_time", at: -limit - Self.skew - 1)
            #expect(try scene.refusal(of: oldest) == nil)
            #expect(try scene.refusal(of: older) == .authenticationTooOld(limit: .seconds(limit)))
        }
    }

    @Test(arguments: Operation.allCases)
    func `whoever writes says when the user was verified, whoever asks need not`(operation: Operation) throws {
        let claims = try scene.claims(operation).without("auth_time")
        let missing = Refusal.malformed(.init(field: "auth_time", problem: .missing))
        #expect(try scene.refusal(of: claims) == (operation == .status ? nil : missing))
    }

    @Test(arguments: Operation.allCases)
    func `a caller may be free of saying so, but what it says counts`(operation: Operation) throws {
        let scene = try Scene(try Signer("key-1").with { $0.requiresAuthenticationTime = false })
        let claims = try scene.claims(operation)
        #expect(try scene.refusal(of: claims.without("auth_time")) == nil)
        #expect(
            try scene.refusal(of: claims.with("auth_time", at: -661)) == .authenticationTooOld(limit: .seconds(600)))
    }
}
