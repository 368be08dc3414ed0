internal import JSON
public import Secrets

/// A password that a caller sealed to the agent: a compact JWE (RFC 7516) with ECDH-ES on P-256 or X25519 and A256GCM.
///
/// It is bound to its request: the protected header repeats the issuer, the audience and the identifier
/// (RFC 7519 section 5.3), and nobody without the agent's key can make one text of the halves of two. Whoever opens it
/// compares the three with the request that it came in.
public struct SealedMessage: Sendable {
    private let header: SealedHeader
    /// The header as it was sent, in base64url: what the tag is over (RFC 7516 section 5.1 step 14).
    private let authenticated: [UInt8]
    private let vector: [UInt8]
    private let ciphertext: [UInt8]
    private let tag: [UInt8]

    /// `kid`: the agent's key that it is sealed to.
    public var keyID: String { header.keyID }
    /// `iss`, not yet believed: it proves something only once the message is open.
    public var issuer: String { header.issuer }
    /// `aud`, as little.
    public var audience: String { header.audience }
    /// `jti`, as little.
    public var requestID: String { header.requestID }

    /// Reads the compact form, strictly and without any key.
    ///
    /// - Throws: ``SealFault`` that says what is wrong with the text.
    public init(parsing text: String) throws(SealFault) {
        // Past the fifth dot nothing is split: the count alone is wrong then.
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == SealedPart.allCases.count else { throw .notCompact }
        let json = try SealedPart.header.decode(parts[0])
        _ = try SealedPart.encryptedKey.decode(parts[1])
        vector = try SealedPart.initialisationVector.decode(parts[2])
        ciphertext = try SealedPart.ciphertext.decode(parts[3])
        tag = try SealedPart.authenticationTag.decode(parts[4])
        authenticated = Array(parts[0])
        do throws(JSONError) {
            header = try json.withUnsafeBytes { json in
                Result { () throws(JSONError) in try SealedHeader(reading: json) }
            }.get()
        } catch {
            throw SealFault(error, in: SealFault.malformedHeader)
        }
    }

    /// Opens it straight into locked memory.
    ///
    /// - Throws: ``SealFault/cannotBeOpened`` whatever is wrong, or ``SealFault/secureMemory``.
    public func open(with key: DecryptionKey) throws(SealFault) -> Secret {
        guard key.id == keyID else { throw .cannotBeOpened }
        let contentKey = try header.derivation.key(from: key.agree(with: header.ephemeralPoint))
        return try ContentEncryption.open(
            ciphertext, vector: vector, tag: tag, authenticated: authenticated, key: contentKey)
    }
}
