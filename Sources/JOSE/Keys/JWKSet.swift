internal import JSON

/// A JWK set (RFC 7517 section 5), or a key that stands alone.
enum JWKSet {
    /// What is wrong with a set of more keys than a file may hold.
    static let tooMany = Malformation(field: "keys", problem: .tooLong(limit: VerificationKeys.countLimit))
    /// The most characters of a text in a member of the set that is ignored.
    private static let ignoredCharacters = 1024

    /// The keys in `text`, not judged yet.
    static func keys(_ text: UnsafeRawBufferPointer) throws(JSONError) -> [JWK] {
        if try !isSet(text) { return [try JWK(reading: text)] }
        var keys: [JWK] = []
        var reader = JSONReader(text)
        try reader.object(at: "") { (reader, name) throws(JSONError) in
            guard name == "keys" else { return try reader.ignore(at: name, characters: ignoredCharacters) }
            keys = try reader.array(at: name, count: VerificationKeys.countLimit) { (reader, path) throws(JSONError) in
                try JWK(&reader, at: path)
            }
        }
        try reader.end()
        return keys
    }

    /// Whether the object has the member that a set must have.
    private static func isSet(_ text: UnsafeRawBufferPointer) throws(JSONError) -> Bool {
        var names: [String] = []
        var reader = JSONReader(text)
        try reader.object(at: "") { (reader, name) throws(JSONError) in
            names.append(name)
            try reader.ignore(at: name, characters: VerificationKeys.sizeLimit)
        }
        return names.contains("keys")
    }
}
