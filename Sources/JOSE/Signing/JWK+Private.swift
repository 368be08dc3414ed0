internal import JSON
internal import Secrets

/// The private members of a key, which never leave locked memory.
extension JWK {
    /// Reads the JSON text of one key.
    init(judging text: UnsafeRawBufferPointer) throws(KeyProblem) {
        do throws(JSONError) {
            try self.init(reading: text)
        } catch {
            throw KeyProblem(error)
        }
    }

    /// The whole key as JSON.
    func privateText() throws(SecretError) -> Secret {
        var pieces = [SharedSecret(try Secret(utf8: String(publicValue.text.dropLast())))]
        if let privateKey { pieces += try Self.member("d", privateKey) }
        for factor in RSAFactor.allCases {
            if let number = factors[factor] { pieces += try Self.member(factor.rawValue, number) }
        }
        pieces.append(SharedSecret(try Secret(utf8: "}")))
        return try Self.joined(pieces)
    }

    private static func member(_ name: String, _ value: SharedSecret) throws(SecretError) -> [SharedSecret] {
        let encoded = try value.withUnsafeBytes { (bytes) throws(SecretError) in
            try Base64URL.encode(try Secret(copying: bytes))
        }
        return [
            SharedSecret(try Secret(utf8: #","\#(name)":""#)), SharedSecret(encoded),
            SharedSecret(try Secret(utf8: "\"")),
        ]
    }

    private static func joined(_ pieces: [SharedSecret]) throws(SecretError) -> Secret {
        let size = pieces.reduce(0) { $0 + $1.withUnsafeBytes(\.count) }
        return try Secret(capacity: size) { target in
            var count = 0
            for piece in pieces {
                piece.withUnsafeBytes { bytes in
                    UnsafeMutableRawBufferPointer(rebasing: target[count...]).copyMemory(from: bytes)
                    count += bytes.count
                }
            }
            return count
        }
    }
}
