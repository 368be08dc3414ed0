import JSON
import Secrets
import TestSupport

@testable import JOSE

/// Signatures that are not the caller's.
extension HostileToken {
    static func signatures(_ forge: TokenForge) throws -> [HostileToken] {
        let good = try forge.cloud.key.signature(of: Array(forge.input().utf8))
        let zero = [UInt8](repeating: 0, count: 32)
        let signatures: [(String, [UInt8], String)] = [
            ("no signature", [], "token_malformed"), ("a signature cut by a byte", good.dropLast(), "token_malformed"),
            ("a signature of one byte more", good + [0], "token_too_large"),
            ("half a signature", Array(good.prefix(32)), "token_malformed"),
            ("all zero", zero + zero, "token_signature"), ("R zero", zero + good.suffix(32), "token_signature"),
            ("S zero", good.prefix(32) + zero, "token_signature"),
            ("S and the order of the group", good.prefix(32) + plusOrder(Array(good.suffix(32))), "token_signature"),
            ("a flipped bit", [good[0] ^ 1] + good.dropFirst(), "token_signature"),
            ("halves that changed places", good.suffix(32) + good.prefix(32), "token_signature"),
        ]
        return signatures.map { HostileToken($0.0, forge.with(signature: $0.1), $0.2) } + (try keys(forge))
    }

    /// The same scalar modulo the order L (RFC 8032 section 5.1), which a strict verifier refuses.
    private static func plusOrder(_ scalar: [UInt8]) -> [UInt8] {
        let order: [UInt8] =
            [
                0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
            ] + [UInt8](repeating: 0, count: 15) + [0x10]
        var carry = 0
        return zip(scalar, order).map { left, right in
            let sum = Int(left) + Int(right) + carry
            carry = sum >> 8
            return UInt8(sum & 0xff)
        }
    }

    private static func keys(_ forge: TokenForge) throws -> [HostileToken] {
        let id = forge.cloud.key.id
        let (stranger, curve) = (try SigningKey.generate(.edDSA, id: id), try SigningKey.generate(.es256, id: id))
        let publicKey = try Secret(utf8: forge.cloud.key.publicJWK.text)
        let symmetric = forge.header("alg", "\"HS256\"")
        let code = SHA256.hmac(key: publicKey, Array(forge.input(symmetric).utf8))
        let elliptic = forge.header("alg", "\"ES256\"")
        return [
            HostileToken("another key of the same name", try forge.signed(by: stranger), "token_signature"),
            HostileToken("ES256 for a key of EdDSA", try forge.signed(elliptic, by: curve), "token_algorithm"),
            HostileToken("ES256 with a signature of EdDSA", try forge.signed(elliptic), "token_algorithm"),
            HostileToken("an HMAC by the public key", forge.with(signature: code, symmetric), "token_algorithm"),
            HostileToken("no algorithm", forge.with(signature: [], forge.header("alg", "\"none\"")), "token_algorithm"),
            HostileToken("no algorithm, signed", try forge.signed(forge.header("alg", "\"none\"")), "token_algorithm"),
            HostileToken("NONE", forge.with(signature: [], forge.header("alg", "\"NONE\"")), "token_algorithm"),
            HostileToken("alg missing", try forge.signed(forge.header("alg", nil)), "token_algorithm"),
            HostileToken("RS256", try forge.signed(forge.header("alg", "\"RS256\"")), "token_algorithm"),
            HostileToken("an unknown key", try forge.signed(forge.header("kid", "\"cloud-2\"")), "token_key_unknown"),
            HostileToken("kid missing", try forge.signed(forge.header("kid", nil)), "token_malformed"),
            HostileToken("kid empty", try forge.signed(forge.header("kid", "\"\"")), "token_malformed"),
            HostileToken(
                "kid a path", try forge.signed(forge.header("kid", "\"../../dev/null\"")), "token_key_unknown"),
            HostileToken("kid of SQL", try forge.signed(forge.header("kid", "\"' or 1=1 --\"")), "token_key_unknown"),
        ]
    }
}
