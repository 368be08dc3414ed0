internal import JSON

/// What a public key says of itself to others.
extension JWK {
    /// The members that make the public key, in the order of their names.
    private var requiredMembers: [(name: String, value: JSONValue)] {
        let numbers = [("e", exponent), ("n", modulus), ("x", x), ("y", y)]
        let names = [("crv", curve.map { JSONValue.string($0) }), ("kty", JSONValue.string(keyType))]
        let members = names + numbers.map { ($0, $1.map { JSONValue.string(Base64URL.encode($0)) }) }
        return members.compactMap { name, value in value.map { (name, $0) } }.sorted { $0.name < $1.name }
    }

    /// The SHA-256 thumbprint in base64url (RFC 7638 section 3); for a key that was found good.
    var thumbprint: String { JSONValue.object(requiredMembers).thumbprint }

    /// The public key alone, for others to verify or encrypt with.
    var publicValue: JSONValue {
        let names = [("kid", id), ("alg", algorithm), ("use", use)]
        return .object(requiredMembers + names.compactMap { name, value in value.map { (name, .string($0)) } })
    }
}
