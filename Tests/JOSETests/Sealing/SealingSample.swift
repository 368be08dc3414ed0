import JSON
import Secrets

@testable import JOSE

/// Keys and sealed texts for the tests, and what a hostile caller makes of them.
enum SealingSample {
    static let curves: [EllipticCurve] = [.p256, .x25519]
    static let password = "Gelbe Enten, 3 Stück: naïve 🦆"

    /// Seals a text as a caller does.
    static func seal(_ text: String = password, to key: DecryptionKey) throws -> String {
        try key.encryptionKey.seal(
            try Secret(utf8: text), issuer: "https://reset.example", audience: "agent.example", requestID: "r-1")
    }

    /// What a message holds, as text.
    static func open(_ text: String, with key: DecryptionKey) throws -> String {
        try SealedMessage(parsing: text).open(with: key).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// A private key from its JWK.
    static func key(_ jwk: String) throws -> DecryptionKey {
        let text = try Secret(utf8: jwk)
        let key = try text.withUnsafeBytes { (bytes) throws(JSONError) in
            var reader = JSONReader(bytes)
            let key = try PrivateJWK(reading: &reader, at: "")
            try reader.end()
            return key
        }
        return try DecryptionKey(key)
    }

    /// The same sealed text with another header, whose JSON text `change` makes of the one it has.
    static func changeHeader(of text: String, _ change: (String) -> String) throws -> String {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let header = String(decoding: Base64URL.decode(parts[0]) ?? [], as: UTF8.self)
        parts[0] = Base64URL.encode(Array(change(header).utf8))
        return parts.joined(separator: ".")
    }

    /// A point that nobody checked.
    static func point(_ curve: EllipticCurve, x: [UInt8], y: [UInt8]? = nil) throws -> AgreementPoint {
        guard let point = AgreementPoint(keyType: curve.keyType, curve: curve.rawValue, x: x, y: y) else {
            throw SealFault.unusableKey
        }
        return point
    }

    /// Bytes from hexadecimal digits.
    static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// A secret of these bytes.
    static func secret(_ bytes: [UInt8]) throws -> Secret {
        try Secret(capacity: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
    }

    /// The bytes of a secret that is none in a test.
    static func bytes(_ secret: borrowing Secret) -> [UInt8] {
        secret.withUnsafeBytes { [UInt8]($0) }
    }
}
