/// The five parts of a compact JWE (RFC 7516 section 7.1).
public enum SealedPart: Sendable, Equatable, CaseIterable {
    case header
    case encryptedKey
    case initialisationVector
    case ciphertext
    case authenticationTag

    /// The bytes that it may have.
    var size: ClosedRange<Int> {
        switch self {
        case .header: 1...SealLimits.headerBytes
        // The agreed key is the content's key itself (RFC 7518 section 4.6): nothing is left to encrypt.
        case .encryptedKey: 0...0
        case .initialisationVector: 12...12
        case .ciphertext: 1...SealLimits.plaintextBytes
        case .authenticationTag: 16...16
        }
    }

    /// The bytes of this part; `text` is its base64url.
    func decode(_ text: Substring.UTF8View) throws(SealFault) -> [UInt8] {
        // Before it is decoded: nobody gets work done by the length of a text.
        guard text.count <= (size.upperBound * 4 + 2) / 3, let bytes = Base64URL.decode(String(Substring(text))),
            size.contains(bytes.count)
        else { throw .malformedPart(self) }
        return bytes
    }
}

extension SealedPart: CustomStringConvertible {
    /// Its name in RFC 7516.
    public var description: String {
        switch self {
        case .header: "protected header"
        case .encryptedKey: "encrypted key"
        case .initialisationVector: "initialization vector"
        case .ciphertext: "ciphertext"
        case .authenticationTag: "authentication tag"
        }
    }

    /// What it must be, as the end of a sentence.
    var rule: String {
        let (least, most) = (size.lowerBound, size.upperBound)
        switch most {
        case 0: return "must be empty"
        case least: return "must be \(most) bytes in base64url without padding"
        default: return "must be \(least) to \(most) bytes in base64url without padding"
        }
    }
}
