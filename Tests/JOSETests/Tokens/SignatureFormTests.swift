import Foundation
import JSON
import Secrets
import Testing

@testable import JOSE

/// Signatures in other forms than the one that JOSE has, and with numbers out of their range.
struct SignatureFormTests {
    /// The order n of P-256 (SP 800-186 section 3.2.1.3).
    private static let order: [UInt8] = [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ]
    /// The order L of edwards25519 (RFC 8032 section 5.1), little-endian.
    private static let edwardsOrder: [UInt8] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10,
    ]

    private func fault(_ algorithm: SignatureAlgorithm, _ change: ([UInt8]) throws -> [UInt8]) throws -> TokenFault? {
        let signer = try SampleKeys.signer(algorithm)
        let token = Token(header: Token.header(of: signer))
        let signature = try change(try signer.signature(of: Array(token.input.utf8)))
        return try JOSETests.fault(token.with(signature: signature), try SampleKeys.verifier(algorithm))
    }

    @Test(arguments: SignatureAlgorithm.allCases)
    func `a signature that is cut, extended or reversed is refused`(algorithm: SignatureAlgorithm) throws {
        #expect(try fault(algorithm) { $0 } == nil)
        #expect(try fault(algorithm) { Array($0.dropLast()) } != nil)
        #expect(try fault(algorithm) { Array($0.dropFirst()) } != nil)
        #expect(try fault(algorithm) { $0 + [0] } != nil)
        #expect(try fault(algorithm) { [0] + $0 } != nil)
        #expect(try fault(algorithm) { $0.reversed() } != nil)
        #expect(try fault(algorithm) { $0 + $0 } != nil)
    }

    @Test func `ES256 numbers that are zero, n or more are refused`() throws {
        let (zero, ones) = (Array(repeating: UInt8(0), count: 32), Array(repeating: UInt8(0xff), count: 32))
        let one = Array(zero[1...]) + [1]
        let less = Array(Self.order[..<31]) + [0x50]
        let more = Array(Self.order[..<31]) + [0x52]
        for bad in [zero, Self.order, more, ones] {
            #expect(ES256Signature(bad + one) == nil)
            #expect(ES256Signature(one + bad) == nil)
            #expect(try fault(.es256) { bad + Array($0[32...]) } == .signature)
            #expect(try fault(.es256) { Array($0[..<32]) + bad } == .signature)
            #expect(try fault(.es256) { _ in bad + bad } == .signature)
        }
        #expect(ES256Signature(one + less) != nil)
        #expect(ES256Signature(less + one) != nil)
        #expect(try fault(.es256) { _ in one + one } == .signature)
    }

    @Test func `a DER signature of ES256 is refused`() throws {
        #expect(try fault(.es256) { try #require(ES256Signature($0)).der } != nil)
    }

    @Test func `every length of an ES256 number survives libcrypto's form`() throws {
        for zeros in 0..<32 {
            for first in [0x01, 0x7f, 0x80, 0xff] as [UInt8] where zeros > 0 || first < 0x80 {
                let number = Array(repeating: 0, count: zeros) + [first] + Array(repeating: 0xff, count: 31 - zeros)
                let signature = try #require(ES256Signature(number + number))
                #expect(ES256Signature(der: signature.der)?.bytes == number + number)
            }
        }
    }

    @Test func `the other half of an Ed25519 signature's range is refused: S + L`() throws {
        let shifted = { (signature: [UInt8]) -> [UInt8] in
            var (carry, sum) = (0, Array(signature[..<32]))
            for (digit, order) in zip(signature[32...], Self.edwardsOrder) {
                carry += Int(digit) + Int(order)
                sum.append(UInt8(carry & 0xff))
                carry >>= 8
            }
            return sum
        }
        #expect(try fault(.edDSA, shifted) == .signature)
        #expect(try fault(.edDSA) { Array($0[..<32]) + Self.edwardsOrder } == .signature)
        #expect(try fault(.edDSA) { Array($0[..<32]) + Array(repeating: 0xff, count: 32) } == .signature)
    }

    @Test func `an R of small order is refused although libcrypto finds the equation to hold`() throws {
        // Computed from the private key of RFC 8037 appendix A.1: R is the neutral point, S = SHA-512(R || A || M) a.
        let input = "eyJhbGciOiJFZERTQSIsImtpZCI6ImVkIiwidHlwIjoid3JpdGViYWNrLXJlcXVlc3Qrand0In0.e30"
        let signature = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB9eezqeY_rzR48xQ1KyL4IBhg7kfldLauv68ExOGDDDg"
        let named = StandardKeys.ed25519.replacing("}", with: #","kid":"ed"}"#)
        let key = try #require(try VerificationKeys.read(named).first)
        let bytes = try #require(Base64URL.decode(signature))
        #expect(libcryptoTakes(bytes, of: input, key))
        #expect(try JOSETests.fault("\(input).\(signature)", key) == .signature)
    }

    @Test(arguments: PublicNumberTests.smallOrders)
    func `an R of small order is refused whatever its S`(point: [UInt8]) throws {
        #expect(try fault(.edDSA) { point + Array($0[32...]) } == .signature)
        #expect(try fault(.edDSA) { _ in point + Array(repeating: 0, count: 32) } == .signature)
    }

    @Test func `a code with the public key for its secret is no signature`() throws {
        for algorithm in SignatureAlgorithm.allCases {
            let signer = try SampleKeys.signer(algorithm)
            let header = Token.header(of: signer).replacing(algorithm.rawValue, with: "HS256")
            let token = Token(header: header)
            let secret = try Secret(utf8: signer.publicJWK.text)
            let code = SHA256.hmac(key: secret, Array(token.input.utf8))
            #expect(try JOSETests.fault(token.with(signature: code), try SampleKeys.verifier(algorithm)) == .algorithm)
        }
    }

    @Test func `PS256 signatures of the size of another modulus, or as large as the modulus, are refused`() throws {
        #expect(try fault(.ps256) { Array($0.prefix(256)) } == .signature)
        #expect(try fault(.ps256) { $0 + Array(repeating: 0, count: 128) } == .signature)
        #expect(try fault(.ps256) { Array(repeating: 0xff, count: $0.count) } == .signature)
        #expect(try fault(.ps256) { Array(repeating: 0, count: $0.count) } == .signature)
        #expect(try fault(.ps256) { $0 + Array(repeating: 0, count: 1024) } == .tooLarge(limit: 1024))
    }

    private func libcryptoTakes(_ signature: [UInt8], of input: String, _ key: VerificationKey) -> Bool {
        Array(input.utf8).withUnsafeBytes { message in
            SignatureContext()?.verifies(signature, of: message, by: key.handle, key.algorithm) == true
        }
    }
}
