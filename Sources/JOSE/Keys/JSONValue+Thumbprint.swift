internal import JSON

extension JSONValue {
    /// The SHA-256 thumbprint in base64url (RFC 7638 section 3) of a key that is this object: the members that make the
    /// public key and no others, in the order of their names.
    var thumbprint: String { Base64URL.encode(SHA256.digest(Array(text.utf8))) }
}
