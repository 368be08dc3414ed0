internal import JSON
internal import Secrets

extension Secret {
    /// The text of a private JWK (RFC 7517): the object `jwk`, and behind its members `privateMembers` in base64url.
    init(jwk: JSONValue, privateMembers: [(name: String, bytes: SharedSecret)]) throws(SecretError) {
        var pieces = [SharedSecret(try Secret(utf8: String(jwk.text.dropLast())))]
        for (name, bytes) in privateMembers {
            pieces.append(SharedSecret(try Secret(utf8: #","\#(name)":""#)))
            pieces.append(SharedSecret(try bytes.withSecret(Base64URL.encode)))
            pieces.append(SharedSecret(try Secret(utf8: "\"")))
        }
        pieces.append(SharedSecret(try Secret(utf8: "}")))
        try self.init(joining: pieces)
    }

    /// What `pieces` hold, one after another.
    private init(joining pieces: [SharedSecret]) throws(SecretError) {
        let size = pieces.reduce(0) { $0 + $1.withUnsafeBytes(\.count) }
        try self.init(capacity: size) { target in
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
