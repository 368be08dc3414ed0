internal import JSON
internal import Secrets

/// The members of a private key while they are being read.
struct PrivateJWKMembers {
    /// `kty`, `crv` and `kid`.
    private(set) var text: [String: String] = [:]
    /// `d`.
    private(set) var scalar: SharedSecret?
    private var coordinates: [String: [UInt8]] = [:]

    /// The public part; nil when the members make none.
    var point: AgreementPoint? {
        AgreementPoint(keyType: text["kty"], curve: text["crv"], x: coordinates["x"], y: coordinates["y"])
    }

    /// Reads the value of the member called `name`; false when that is no member of a key.
    mutating func read(_ name: String, _ reader: inout JSONReader, at path: String) throws(JSONError) -> Bool {
        switch name {
        case "kid": text[name] = try reader.keyID(at: path)
        case "kty", "crv": text[name] = try reader.string(at: path, characters: JWK.idCharacters)
        case "x", "y": coordinates[name] = Array(try Self.bytes(&reader, at: path))
        case "d": scalar = try Self.bytes(&reader, at: path)
        case "use": try Self.expect("enc", &reader, at: path)
        case "alg": try Self.expect(SealedHeader.algorithm, &reader, at: path)
        default: return false
        }
        return true
    }

    private static func expect(_ only: String, _ reader: inout JSONReader, at path: String) throws(JSONError) {
        guard try reader.string(at: path, characters: JWK.idCharacters) == only else {
            throw .malformed(.init(field: path, problem: .notOneOf([only])))
        }
    }

    /// Reads bytes in base64url, without a copy outside locked memory.
    private static func bytes(_ reader: inout JSONReader, at path: String) throws(JSONError) -> SharedSecret {
        if let bytes = try reader.base64URLSecret(at: path, characters: JWK.idCharacters) { return bytes }
        throw .malformed(.init(field: path, problem: .forbiddenCharacter("base64url without padding")))
    }
}

extension [UInt8] {
    /// A copy in ordinary memory, for what turned out to be public.
    fileprivate init(_ secret: SharedSecret) {
        self = secret.withUnsafeBytes { [UInt8]($0) }
    }
}
