public import JSON

/// Why a key is not taken. Values that are told of come from the administrator's own file and are at most 128 characters.
public enum KeyProblem: Error, Sendable, Equatable {
    /// Neither JSON nor PEM.
    case notKeys
    /// The file is larger than `limit` bytes.
    case tooLarge(limit: Int)
    /// There are more than `limit` keys.
    case tooMany(limit: Int)
    /// There is no key.
    case noKeys
    /// The JSON text, or a member of it, is not as it must be.
    case malformed(Malformation)
    /// The PEM text, or what it encodes, is not as it must be; the text says what was found.
    case malformedPEM(String)
    /// A private or symmetric key where public ones belong.
    case privateKey
    /// No private key where one belongs.
    case notPrivate
    /// No algorithm in use has keys of this type or curve.
    case unsupportedType(String)
    /// The key's `alg` is not the one that keys of its type are used with.
    case algorithm(found: String, expected: SignatureAlgorithm)
    /// The key's `use` or `key_ops` is for something else.
    case purpose(String)
    /// The modulus of RSA has a size that is not allowed.
    case modulus(bits: Int)
    /// The public exponent of RSA is even, below 65537 or longer than 64 bits.
    case exponent
    /// The public key is not a point of its curve, or one of small order, or not in its canonical form.
    case point
    /// The numbers of the key do not belong together.
    case inconsistent
    /// Another key has the same identifier.
    case duplicateID
    /// There is no locked memory left for it.
    case secureMemory
    /// libcrypto could not make the key, or a signature with it.
    case libcrypto

    init(_ error: JSONError) {
        switch error {
        case .malformed(let malformation): self = .malformed(malformation)
        case .secureMemory: self = .secureMemory
        }
    }
}
