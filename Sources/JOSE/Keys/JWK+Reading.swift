internal import JSON
internal import Secrets

/// Reading a key, strictly: a member that occurs twice is refused, one that means nothing here is bounded and ignored.
extension JWK {
    /// The most characters of a key's identifier.
    static let idCharacters = 128
    /// The most characters of a number in base64url: 8192 bits.
    private static var numberCharacters: Int { 1366 }
    /// The most characters of a name such as an algorithm's.
    private static var nameCharacters: Int { 64 }
    /// The most characters of a text within a member that is ignored, such as a certificate.
    private static var ignoredCharacters: Int { 16_384 }

    /// Reads a key whose text stands alone.
    init(reading text: UnsafeRawBufferPointer) throws(JSONError) {
        var reader = JSONReader(text)
        try self.init(&reader, at: "")
        try reader.end()
    }

    /// Reads the key that comes next; `path` is its place, empty for a key that stands alone.
    init(_ reader: inout JSONReader, at path: String) throws(JSONError) {
        var key = JWK()
        try reader.object(at: path) { (reader, name) throws(JSONError) in
            try key.read(name, &reader, at: path.isEmpty ? name : "\(path).\(name)")
        }
        guard !key.keyType.isEmpty else {
            throw .malformed(.init(field: path.isEmpty ? "kty" : "\(path).kty", problem: .missing))
        }
        self = key
    }

    private mutating func read(_ name: String, _ reader: inout JSONReader, at path: String) throws(JSONError) {
        switch name {
        case "kty": keyType = try reader.string(at: path, characters: Self.nameCharacters)
        case "crv": curve = try reader.string(at: path, characters: Self.nameCharacters)
        case "kid": id = try reader.keyID(at: path)
        case "alg": algorithm = try reader.string(at: path, characters: Self.nameCharacters)
        case "use": use = try reader.string(at: path, characters: Self.nameCharacters)
        case "key_ops": operations = try Self.operations(&reader, path)
        case "x": x = try Self.number(&reader, path)
        case "y": y = try Self.number(&reader, path)
        case "n": modulus = try Self.number(&reader, path)
        case "e": exponent = try Self.number(&reader, path)
        default: try readPrivate(name, &reader, at: path)
        }
    }

    private mutating func readPrivate(_ name: String, _ reader: inout JSONReader, at path: String) throws(JSONError) {
        if name == "d" {
            privateKey = try Self.secret(&reader, path)
        } else if let factor = RSAFactor(rawValue: name) {
            factors[factor] = try Self.secret(&reader, path)
        } else {
            if name == "k" { isSymmetric = true }
            try reader.ignore(at: path, characters: Self.ignoredCharacters)
        }
    }

    private static func operations(_ reader: inout JSONReader, _ path: String) throws(JSONError) -> [String] {
        try reader.array(at: path, count: 8) { (reader, path) throws(JSONError) in
            try reader.string(at: path, characters: nameCharacters)
        }
    }

    private static func number(_ reader: inout JSONReader, _ path: String) throws(JSONError) -> [UInt8] {
        let text = try reader.secret(at: path, characters: numberCharacters)
        guard let bytes = text.withUnsafeBytes({ Base64URL.decode($0) }) else { throw notBase64URL(path) }
        return bytes
    }

    private static func secret(_ reader: inout JSONReader, _ path: String) throws(JSONError) -> SharedSecret {
        if let bytes = try reader.base64URLSecret(at: path, characters: numberCharacters) { return bytes }
        throw notBase64URL(path)
    }

    private static func notBase64URL(_ path: String) -> JSONError {
        .malformed(.init(field: path, problem: .forbiddenCharacter("base64url without padding (RFC 7515 section 2)")))
    }
}
