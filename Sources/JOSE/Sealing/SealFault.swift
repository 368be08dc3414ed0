public import JSON

/// Why a sealed message was not read, opened or made. No case says anything about what is sealed.
public enum SealFault: Error, Sendable, Equatable {
    /// Not five parts with dots between them (RFC 7516 section 7.1).
    case notCompact
    /// The part is not canonical base64url, or of a length that it must not have.
    case malformedPart(SealedPart)
    /// The protected header is not as it must be.
    case malformedHeader(Malformation)
    /// The key does not open it: another key, another header, or changed on the way. Which one is nobody's business.
    case cannotBeOpened
    /// Nothing to seal, or more than ``SealLimits/plaintextBytes``.
    case unsuitablePlaintext
    /// libcrypto did not make a key or seal with it; it says no more.
    case cryptographyFailed
    /// The text is no JSON Web Key (RFC 7517).
    case malformedKey(Malformation)
    /// The key is none for ECDH-ES on P-256 or X25519, or its parts do not belong together.
    case unusableKey
    /// There is no locked memory left just now; nothing is wrong with the message.
    case secureMemory
}

extension SealFault {
    /// A fault of a JSON text; `place` says of which one.
    init(_ error: JSONError, in place: (Malformation) -> SealFault) {
        self =
            switch error {
            case .malformed(let malformation): place(malformation)
            case .secureMemory: .secureMemory
            }
    }
}

extension SealFault: CustomStringConvertible {
    /// The fault as a sentence without its end; safe to log.
    public var description: String {
        switch self {
        case .notCompact: "a sealed text must be a compact JWE of five parts (RFC 7516 section 7.1)"
        case .malformedPart(let part): "the \(part) of the sealed text \(part.rule)"
        case .malformedHeader(let malformation): "the protected header of the sealed text: \(malformation)"
        case .malformedKey(let malformation): "the JSON Web Key: \(malformation)"
        case .cannotBeOpened: "the sealed text cannot be opened with the key that it names"
        case .unsuitablePlaintext: "1 to \(SealLimits.plaintextBytes) bytes can be sealed"
        case .cryptographyFailed: "libcrypto failed"
        case .unusableKey: "the key is no sound ECDH-ES key on P-256 or X25519"
        case .secureMemory: "there is no locked memory left for secrets"
        }
    }
}
