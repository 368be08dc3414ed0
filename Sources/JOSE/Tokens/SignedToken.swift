public import Secrets

/// A compact JWS (RFC 7515 section 7.1) that was read, but whose signature nobody has checked yet.
///
/// It tells which key it claims to be signed with; its payload is told only against that key.
public struct SignedToken: ~Copyable {
    /// The most bytes of a token.
    public static let sizeLimit = 65_536

    /// The `kid` of the key that it claims to be signed with, 1 to 128 characters.
    public let keyID: String
    /// The algorithm that it claims to be signed with.
    public let algorithm: SignatureAlgorithm
    private let text: Secret
    private let parts: TokenParts
    private let signature: [UInt8]

    /// Takes over and reads a token of the type `type`, such as `writeback-request+jwt`.
    ///
    /// The form is the strictest there is: three parts in canonical base64url, a header of `alg`, `kid` and `typ` alone.
    public init(parsing text: consuming Secret, type: String) throws(TokenFault) {
        guard text.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        let parts = try text.withUnsafeBytes { (bytes) throws(TokenFault) in try TokenParts(bytes) }
        let header = try text.withUnsafeBytes { (bytes) throws(TokenFault) in
            try parts.header(in: bytes, type: type)
        }
        signature = try text.withUnsafeBytes { (bytes) throws(TokenFault) in
            try parts.signature(in: bytes, header.algorithm)
        }
        (keyID, algorithm) = (header.keyID, header.algorithm)
        self.parts = parts
        self.text = text
    }

    /// The payload, once the signature is found to be by `key`.
    ///
    /// - Throws: ``TokenFault/algorithm`` when the key is used with another one, ``TokenFault/signature`` when the key is
    ///   another one or the signature is not by it.
    public func verifiedPayload(by key: VerificationKey) throws(TokenFault) -> Secret {
        guard key.algorithm == algorithm else { throw .algorithm }
        guard key.id == keyID else { throw .signature }
        return try text.withUnsafeBytes { (bytes) throws(TokenFault) in
            guard key.accepts(signature, of: parts.signingInput(in: bytes)) else { throw .signature }
            return try parts.payload(in: bytes)
        }
    }
}
