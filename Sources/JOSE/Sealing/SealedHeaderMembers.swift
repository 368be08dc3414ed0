internal import JSON

/// The members of a protected header while they are being read.
struct SealedHeaderMembers {
    /// `alg`, `enc`, `kid`, `iss`, `aud` and `jti`.
    private(set) var text: [String: String] = [:]
    private(set) var ephemeralPoint: AgreementPoint?
    private(set) var partyU: [UInt8] = []
    private(set) var partyV: [UInt8] = []

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONError) {
        switch name {
        case "kid": text[name] = try reader.keyID(at: name)
        case "alg", "enc", "iss", "aud", "jti":
            text[name] = try reader.string(at: name, characters: SealLimits.nameCharacters)
        case "epk": ephemeralPoint = try Self.point(&reader, at: name)
        case "apu": partyU = try Self.bytes(&reader, at: name)
        case "apv": partyV = try Self.bytes(&reader, at: name)
        default: throw .malformed(.init(field: name, problem: .unknownMember))
        }
    }

    /// Reads `epk` (RFC 7518 section 4.6.1.1), which is the public key and nothing more.
    private static func point(_ reader: inout JSONReader, at path: String) throws(JSONError) -> AgreementPoint {
        var names: [String: String] = [:]
        var coordinates: [String: [UInt8]] = [:]
        try reader.object(at: path) { (reader, name) throws(JSONError) in
            let member = "\(path).\(name)"
            switch name {
            case "kty", "crv": names[name] = try reader.string(at: member, characters: SealLimits.nameCharacters)
            case "x", "y": coordinates[name] = try bytes(&reader, at: member)
            default: throw .malformed(.init(field: member, problem: .unknownMember))
            }
        }
        let (x, y) = (coordinates["x"], coordinates["y"])
        guard let point = AgreementPoint(keyType: names["kty"], curve: names["crv"], x: x, y: y) else {
            throw .malformed(.init(field: path, problem: .notOneOf(["a public key on P-256", "on X25519"])))
        }
        return point
    }

    private static func bytes(_ reader: inout JSONReader, at path: String) throws(JSONError) -> [UInt8] {
        let text = try reader.string(at: path, characters: SealLimits.headerBytes)
        guard let bytes = Base64URL.decode(text) else {
            throw .malformed(.init(field: path, problem: .forbiddenCharacter("base64url without padding")))
        }
        return bytes
    }
}
