internal import JSON

/// The public part of a key for ECDH-ES, by its coordinates; whether it lies on its curve is libcrypto's to say.
struct AgreementPoint: Sendable, Equatable {
    let curve: EllipticCurve
    /// Big-endian for P-256 (RFC 7518 section 6.2.1.2), as in RFC 7748 for X25519; always 32 bytes.
    let x: [UInt8]
    /// Big-endian, 32 bytes; none for X25519.
    let y: [UInt8]?

    /// Takes the members of a JWK; nil when they make no key of a curve for ECDH-ES.
    init?(keyType: String?, curve: String?, x: [UInt8]?, y: [UInt8]?) {
        guard let curve = curve.flatMap(EllipticCurve.init(rawValue:)), curve.keyType == keyType,
            let x, x.count == curve.size
        else { return nil }
        switch curve {
        case .p256: guard y?.count == curve.size else { return nil }
        case .x25519: guard y == nil else { return nil }
        case .ed25519: return nil
        }
        (self.curve, self.x, self.y) = (curve, x, y)
    }

    /// Takes a point as libcrypto writes it.
    init?(curve: EllipticCurve, octets: [UInt8]) {
        switch curve {
        case .p256:
            guard octets.first == 4, octets.count == 1 + 2 * curve.size else { return nil }
            (x, y) = (Array(octets[1...curve.size]), Array(octets[(curve.size + 1)...]))
        case .x25519:
            guard octets.count == curve.size else { return nil }
            (x, y) = (octets, nil)
        case .ed25519: return nil
        }
        self.curve = curve
    }

    /// The point as libcrypto reads it: uncompressed (SEC 1 section 2.3.3), or the one coordinate.
    var octets: [UInt8] {
        guard let y else { return x }
        return [4] + x + y
    }

    /// The members of a JWK that are the key itself, in the order of their names.
    var members: [(name: String, value: JSONValue)] {
        let name: [(name: String, value: JSONValue)] = [
            ("crv", .string(curve.rawValue)), ("kty", .string(curve.keyType)), ("x", .string(Base64URL.encode(x))),
        ]
        return name + (y.map { [("y", .string(Base64URL.encode($0)))] } ?? [])
    }

    /// The SHA-256 thumbprint in base64url (RFC 7638 section 3).
    var thumbprint: String { JSONValue.object(members).thumbprint }
}
