internal import Secrets

/// Where the three parts of a compact JWS lie: `header.payload.signature`.
struct TokenParts {
    private let headerEnd: Int
    private let payloadEnd: Int

    /// Finds the two full stops.
    init(_ bytes: UnsafeRawBufferPointer) throws(TokenFault) {
        let stop = UInt8(ascii: ".")
        guard let first = bytes.firstIndex(of: stop), let second = bytes[(first + 1)...].firstIndex(of: stop),
            !bytes[(second + 1)...].contains(stop)
        else { throw .malformed("the token does not have exactly three parts") }
        (headerEnd, payloadEnd) = (first, second)
    }

    /// What the signature is over: header and payload as they were sent (RFC 7515 section 5.2).
    func signingInput(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[..<payloadEnd])
    }

    /// The header, which must be of the type `type`.
    func header(in bytes: UnsafeRawBufferPointer, type: String) throws(TokenFault) -> TokenHeader {
        guard headerEnd <= (TokenHeader.sizeLimit * 4 + 2) / 3 else { throw .tooLarge(limit: TokenHeader.sizeLimit) }
        guard let header = Base64URL.decode(UnsafeRawBufferPointer(rebasing: bytes[..<headerEnd])) else {
            throw .malformed("the token's header is not in canonical base64url")
        }
        return try header.withUnsafeBufferPointer { (text) throws(TokenFault) in
            try TokenHeader(UnsafeRawBufferPointer(text), type: type)
        }
    }

    /// The signature, of a size that `algorithm` can have.
    func signature(
        in bytes: UnsafeRawBufferPointer, _ algorithm: SignatureAlgorithm
    ) throws(TokenFault) -> [UInt8] {
        let text = UnsafeRawBufferPointer(rebasing: bytes[(payloadEnd + 1)...])
        let sizes = algorithm.signatureSizes
        guard text.count <= (sizes.upperBound * 4 + 2) / 3 else { throw .tooLarge(limit: sizes.upperBound) }
        guard let signature = Base64URL.decode(text) else {
            throw .malformed("the token's signature is not in canonical base64url")
        }
        guard sizes.contains(signature.count) else { throw .malformed("the token's signature is too short") }
        return signature
    }

    /// The payload, into locked memory.
    func payload(in bytes: UnsafeRawBufferPointer) throws(TokenFault) -> Secret {
        do throws(SecretError) {
            let text = UnsafeRawBufferPointer(rebasing: bytes[(headerEnd + 1)..<payloadEnd])
            if let payload = try Base64URL.decodeSecret(text) { return payload }
        } catch {
            throw .secureMemory
        }
        throw .malformed("the token's payload is not in canonical base64url")
    }
}
