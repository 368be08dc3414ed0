import JSON
import Testing

@testable import JOSE

/// Public keys whose numbers are no good.
struct PublicNumberTests {
    private func problem(_ text: String) -> KeyProblem? {
        do throws(KeyError) {
            _ = try VerificationKeys.read(text)
            return nil
        } catch {
            return error.problem
        }
    }

    private func edwards(_ x: [UInt8]) -> String {
        #"{"kty":"OKP","crv":"Ed25519","x":"\#(Base64URL.encode(x))"}"#
    }

    private func rsa(_ modulus: [UInt8], _ exponent: [UInt8] = [1, 0, 1]) -> String {
        #"{"kty":"RSA","n":"\#(Base64URL.encode(modulus))","e":"\#(Base64URL.encode(exponent))"}"#
    }

    /// y of the points of order 1, 2, 4 and 8 (RFC 7748 section 4.1's curve), little-endian.
    static let smallOrders: [[UInt8]] = [
        [1] + Array(repeating: 0, count: 31),
        [0xec] + Array(repeating: 0xff, count: 30) + [0x7f],
        Array(repeating: 0, count: 32),
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
            0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
            0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
    ]

    @Test(arguments: smallOrders, [0, 0x80] as [UInt8])
    func `a point of small order is refused with either sign`(y: [UInt8], sign: UInt8) throws {
        let bytes: [UInt8] = Array(y[..<31]) + [y[31] | sign]
        #expect(try #require(EdwardsPoint(bytes)).isOfSmallOrder)
        #expect(problem(edwards(bytes)) == .point)
    }

    @Test(arguments: 0xed...0xff as ClosedRange<UInt8>, [0x7f, 0xff] as [UInt8])
    func `a y that is not below the prime is refused`(first: UInt8, last: UInt8) throws {
        let bytes = [first] + Array(repeating: 0xff, count: 30) + [last]
        #expect(try !#require(EdwardsPoint(bytes)).isCanonical)
        #expect(problem(edwards(bytes)) == .point)
    }

    @Test func `about half of all y belong to a point, and those are the ones that are taken`() throws {
        let candidates = (2...255).map { [UInt8($0)] + Array(repeating: 0, count: 31) }
        let onCurve = try candidates.filter { try #require(EdwardsPoint($0)).isOnCurve }
        #expect((100...154).contains(onCurve.count))
        // RFC 8032 section 5.1: the base point has y = 4/5; section 7.1 has keys of each sign.
        let base = [UInt8(0x58)] + Array(repeating: 0x66, count: 31)
        #expect(try #require(EdwardsPoint(base)).isOnCurve)
        #expect(candidates.allSatisfy { (problem(edwards($0)) == nil) == onCurve.contains($0) })
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a key of Ed25519 with another length is refused`(count: Int) {
        #expect(problem(edwards(Array(repeating: 0x58, count: count))) != nil)
    }

    @Test func `a point that is not on P-256 is refused`() {
        let moved = StandardKeys.p256.replacing("x_FEzRu9", with: "x_FEzRu8")
        #expect(problem(moved) == .point)
        let zero = Base64URL.encode(Array(repeating: UInt8(0), count: 32))
        #expect(problem(#"{"kty":"EC","crv":"P-256","x":"\#(zero)","y":"\#(zero)"}"#) == .point)
        let ones = Base64URL.encode(Array(repeating: UInt8(0xff), count: 32))
        #expect(problem(#"{"kty":"EC","crv":"P-256","x":"\#(ones)","y":"\#(ones)"}"#) == .point)
        #expect(problem(#"{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ"}"#) == .point)
        #expect(
            problem(#"{"kty":"EC","crv":"P-256","x":"\#(zero)"}"#) == .malformed(.init(field: "y", problem: .missing)))
    }

    @Test func `a modulus outside of 2048 to 8192 bits is refused`() throws {
        let good = try #require(Base64URL.decode(StandardKeys.modulus))
        #expect(problem(rsa(good)) == nil)
        #expect(problem(rsa([0x7f] + Array(good[1...]))) == .modulus(bits: 2047))
        #expect(problem(rsa(Array(good[1...]))) == .modulus(bits: 2040))
        #expect(
            problem(rsa([1] + Array(repeating: 1, count: 1024)))
                == .malformed(.init(field: "n", problem: .tooLong(limit: 1366))))
        #expect(problem(rsa([0] + good)) != nil)
    }

    @Test func `a modulus that is even, or has a small factor, is refused`() throws {
        let good = try #require(Base64URL.decode(StandardKeys.modulus))
        #expect(problem(rsa(Array(good[..<255]) + [good[255] & 0xfe])) == .inconsistent)
        #expect(problem(rsa(Array(repeating: 0xff, count: 256))) == .inconsistent)
    }

    @Test(arguments: [
        [1], [3], [17], [0xff, 0xff], [1, 0, 0], [1, 0, 2], [0, 1, 0, 1], [1] + Array(repeating: 1, count: 8),
    ])
    func `an exponent that is even, small or long is refused`(exponent: [UInt8]) throws {
        let good = try #require(Base64URL.decode(StandardKeys.modulus))
        #expect(problem(rsa(good, exponent)) != nil)
    }
}
