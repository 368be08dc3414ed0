internal import JSON
public import Secrets

/// A public key of an agent: what a caller needs to seal a password to it.
public struct EncryptionKey: Sendable, Equatable {
    /// `kid`: how sealed messages name it.
    public let id: String
    let point: AgreementPoint

    init(id: String, point: AgreementPoint) {
        (self.id, self.point) = (id, point)
    }

    /// Takes a public JWK (RFC 7517) with `kid`, as the agent serves it; members that mean nothing here are ignored.
    ///
    /// - Throws: ``SealFault/malformedKey(_:)`` for a text that is no JWK; ``SealFault/unusableKey`` for a key of another
    ///   kind or use, a private one, and one whose point is not on its curve.
    public init(parsing text: String) throws(SealFault) {
        let keys = try Self.jwks(Array(text.utf8)) { (text) throws(JSONError) in [try JWK(reading: text)] }
        guard let key = keys.compactMap(Self.init).first else { throw .unusableKey }
        self = key
    }

    /// Takes the keys of a JWK set (RFC 7517 section 5) that can be sealed to, in their order; the agent puts the current
    /// one first. As the RFC has it, keys that are of no use here are passed over.
    ///
    /// - Parameter set: The JSON text in UTF-8.
    /// - Throws: ``SealFault/malformedKey(_:)`` for a text that is no JWK set.
    public static func read(_ set: [UInt8]) throws(SealFault) -> [EncryptionKey] {
        try jwks(set) { (text) throws(JSONError) in try JWKSet.keys(text) }.compactMap(Self.init)
    }

    private init?(_ key: JWK) {
        guard let id = key.id, !key.isPrivate, key.use ?? "enc" == "enc",
            key.algorithm ?? SealedHeader.algorithm == SealedHeader.algorithm,
            let point = AgreementPoint(keyType: key.keyType, curve: key.curve, x: key.x, y: key.y),
            point.publicKey != nil
        else { return nil }
        self.init(id: id, point: point)
    }

    private static func jwks(
        _ text: [UInt8], _ read: (UnsafeRawBufferPointer) throws(JSONError) -> [JWK]
    ) throws(SealFault) -> [JWK] {
        do throws(JSONError) {
            return try text.withUnsafeBytes { text in Result { () throws(JSONError) in try read(text) } }.get()
        } catch {
            throw SealFault(error, in: SealFault.malformedKey)
        }
    }

    /// Seals `plaintext` for one request.
    ///
    /// - Parameters:
    ///   - plaintext: The password in UTF-8, 1 to ``SealLimits/plaintextBytes``.
    ///   - issuer: The request's `iss`.
    ///   - audience: The request's `aud`.
    ///   - requestID: The request's `jti`.
    /// - Returns: The compact JWE; another one each time.
    /// - Throws: ``SealFault``.
    public func seal(
        _ plaintext: borrowing Secret, issuer: String, audience: String, requestID: String
    ) throws(SealFault) -> String {
        try seal(
            plaintext,
            naming: [("iss", .string(issuer)), ("aud", .string(audience)), ("jti", .string(requestID))],
            with: DecryptionKey.generate(point.curve), vector: RandomBytes.make(ContentEncryption.vectorSize))
    }
}
